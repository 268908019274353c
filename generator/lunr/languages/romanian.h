// Romanian: lunr.ro.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::romanian {

using snowball::Among;
using snowball::Program;

inline constexpr CodePointRange word_characters[] = {
    {0x0030, 0x0039}, {0x0041, 0x005A}, {0x0061, 0x007A}, {0x00AA, 0x00AA}, {0x00BA, 0x00BA},
    {0x00C0, 0x00D6}, {0x00D8, 0x00F6}, {0x00F8, 0x02B8}, {0x02E0, 0x02E4}, {0x1D00, 0x1D25},
    {0x1D2C, 0x1D5C}, {0x1D62, 0x1D65}, {0x1D6B, 0x1D77}, {0x1D79, 0x1DBE}, {0x1E00, 0x1EFF},
    {0x2071, 0x2071}, {0x207F, 0x207F}, {0x2090, 0x209C}, {0x212A, 0x212B}, {0x2132, 0x2132},
    {0x214E, 0x214E}, {0x2160, 0x2188}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xA78B, 0xA7AD},
    {0xA7B0, 0xA7B7}, {0xA7F7, 0xA7FF}, {0xAB30, 0xAB5A}, {0xAB5C, 0xAB64}, {0xFB00, 0xFB06},
    {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};

// clang-format off
inline constexpr std::string_view stop_words[] = {
    "", "acea", "aceasta", "această", "aceea", "acei", "aceia", "acel", "acela", "acele",
    "acelea", "acest", "acesta", "aceste", "acestea", "aceşti", "aceştia", "acolo", "acord",
    "acum", "ai", "aia", "aibă", "aici", "al", "ale", "alea", "altceva", "altcineva", "am", "ar",
    "are", "asemenea", "asta", "astea", "astăzi", "asupra", "au", "avea", "avem", "aveţi", "azi",
    "aş", "aşadar", "aţi", "bine", "bucur", "bună", "ca", "care", "caut", "ce", "cel", "ceva",
    "chiar", "cinci", "cine", "cineva", "contra", "cu", "cum", "cumva", "curând", "curînd",
    "când", "cât", "câte", "câtva", "câţi", "cînd", "cît", "cîte", "cîtva", "cîţi", "că", "căci",
    "cărei", "căror", "cărui", "către", "da", "dacă", "dar", "datorită", "dată", "dau", "de",
    "deci", "deja", "deoarece", "departe", "deşi", "din", "dinaintea", "dintr-", "dintre", "doi",
    "doilea", "două", "drept", "după", "dă", "ea", "ei", "el", "ele", "eram", "este", "eu",
    "eşti", "face", "fata", "fi", "fie", "fiecare", "fii", "fim", "fiu", "fiţi", "frumos", "fără",
    "graţie", "halbă", "iar", "ieri", "la", "le", "li", "lor", "lui", "lângă", "lîngă", "mai",
    "mea", "mei", "mele", "mereu", "meu", "mi", "mie", "mine", "mult", "multă", "mulţi",
    "mulţumesc", "mâine", "mîine", "mă", "ne", "nevoie", "nici", "nicăieri", "nimeni", "nimeri",
    "nimic", "nişte", "noastre", "noastră", "noi", "noroc", "nostru", "nouă", "noştri", "nu",
    "opt", "ori", "oricare", "orice", "oricine", "oricum", "oricând", "oricât", "oricînd",
    "oricît", "oriunde", "patra", "patru", "patrulea", "pe", "pentru", "peste", "pic", "poate",
    "pot", "prea", "prima", "primul", "prin", "puţin", "puţina", "puţină", "până", "pînă", "rog",
    "sa", "sale", "sau", "se", "spate", "spre", "sub", "sunt", "suntem", "sunteţi", "sută",
    "sînt", "sîntem", "sînteţi", "să", "săi", "său", "ta", "tale", "te", "timp", "tine", "toate",
    "toată", "tot", "totuşi", "toţi", "trei", "treia", "treilea", "tu", "tăi", "tău", "un", "una",
    "unde", "undeva", "unei", "uneia", "unele", "uneori", "unii", "unor", "unora", "unu", "unui",
    "unuia", "unul", "vi", "voastre", "voastră", "voi", "vostru", "vouă", "voştri", "vreme",
    "vreo", "vreun", "vă", "zece", "zero", "zi", "zice", "îi", "îl", "îmi", "împotriva", "în",
    "înainte", "înaintea", "încotro", "încât", "încît", "între", "întrucât", "întrucît", "îţi",
    "ăla", "ălea", "ăsta", "ăstea", "ăştia", "şapte", "şase", "şi", "ştiu", "ţi", "ţie",
};
// clang-format on

class RomanianStemmer : public Program {
  static constexpr Among a_0[] = {{u"", -1, 3}, {u"I", 0, 1}, {u"U", 0, 2}};
  static constexpr Among a_1[] = {
      {u"ea", -1, 3},   {u"aţia", -1, 7}, {u"aua", -1, 2},  {u"iua", -1, 4},
      {u"aţie", -1, 7}, {u"ele", -1, 3},  {u"ile", -1, 5},  {u"iile", 6, 4},
      {u"iei", -1, 4},  {u"atei", -1, 6}, {u"ii", -1, 4},   {u"ului", -1, 1},
      {u"ul", -1, 1},   {u"elor", -1, 3}, {u"ilor", -1, 4}, {u"iilor", 14, 4}};
  static constexpr Among a_2[] = {
      {u"icala", -1, 4},     {u"iciva", -1, 4},    {u"ativa", -1, 5},   {u"itiva", -1, 6},
      {u"icale", -1, 4},     {u"aţiune", -1, 5},   {u"iţiune", -1, 6},  {u"atoare", -1, 5},
      {u"itoare", -1, 6},    {u"ătoare", -1, 5},   {u"icitate", -1, 4}, {u"abilitate", -1, 1},
      {u"ibilitate", -1, 2}, {u"ivitate", -1, 3},  {u"icive", -1, 4},   {u"ative", -1, 5},
      {u"itive", -1, 6},     {u"icali", -1, 4},    {u"atori", -1, 5},   {u"icatori", 18, 4},
      {u"itori", -1, 6},     {u"ători", -1, 5},    {u"icitati", -1, 4}, {u"abilitati", -1, 1},
      {u"ivitati", -1, 3},   {u"icivi", -1, 4},    {u"ativi", -1, 5},   {u"itivi", -1, 6},
      {u"icităi", -1, 4},    {u"abilităi", -1, 1}, {u"ivităi", -1, 3},  {u"icităţi", -1, 4},
      {u"abilităţi", -1, 1}, {u"ivităţi", -1, 3},  {u"ical", -1, 4},    {u"ator", -1, 5},
      {u"icator", 35, 4},    {u"itor", -1, 6},     {u"ător", -1, 5},    {u"iciv", -1, 4},
      {u"ativ", -1, 5},      {u"itiv", -1, 6},     {u"icală", -1, 4},   {u"icivă", -1, 4},
      {u"ativă", -1, 5},     {u"itivă", -1, 6}};
  static constexpr Among a_3[] = {
      {u"ica", -1, 1},   {u"abila", -1, 1}, {u"ibila", -1, 1}, {u"oasa", -1, 1},  {u"ata", -1, 1},
      {u"ita", -1, 1},   {u"anta", -1, 1},  {u"ista", -1, 3},  {u"uta", -1, 1},   {u"iva", -1, 1},
      {u"ic", -1, 1},    {u"ice", -1, 1},   {u"abile", -1, 1}, {u"ibile", -1, 1}, {u"isme", -1, 3},
      {u"iune", -1, 2},  {u"oase", -1, 1},  {u"ate", -1, 1},   {u"itate", 17, 1}, {u"ite", -1, 1},
      {u"ante", -1, 1},  {u"iste", -1, 3},  {u"ute", -1, 1},   {u"ive", -1, 1},   {u"ici", -1, 1},
      {u"abili", -1, 1}, {u"ibili", -1, 1}, {u"iuni", -1, 2},  {u"atori", -1, 1}, {u"osi", -1, 1},
      {u"ati", -1, 1},   {u"itati", 30, 1}, {u"iti", -1, 1},   {u"anti", -1, 1},  {u"isti", -1, 3},
      {u"uti", -1, 1},   {u"işti", -1, 3},  {u"ivi", -1, 1},   {u"ităi", -1, 1},  {u"oşi", -1, 1},
      {u"ităţi", -1, 1}, {u"abil", -1, 1},  {u"ibil", -1, 1},  {u"ism", -1, 3},   {u"ator", -1, 1},
      {u"os", -1, 1},    {u"at", -1, 1},    {u"it", -1, 1},    {u"ant", -1, 1},   {u"ist", -1, 3},
      {u"ut", -1, 1},    {u"iv", -1, 1},    {u"ică", -1, 1},   {u"abilă", -1, 1}, {u"ibilă", -1, 1},
      {u"oasă", -1, 1},  {u"ată", -1, 1},   {u"ită", -1, 1},   {u"antă", -1, 1},  {u"istă", -1, 3},
      {u"ută", -1, 1},   {u"ivă", -1, 1}};
  static constexpr Among a_4[] = {
      {u"ea", -1, 1},      {u"ia", -1, 1},      {u"esc", -1, 1},     {u"ăsc", -1, 1},
      {u"ind", -1, 1},     {u"ând", -1, 1},     {u"are", -1, 1},     {u"ere", -1, 1},
      {u"ire", -1, 1},     {u"âre", -1, 1},     {u"se", -1, 2},      {u"ase", 10, 1},
      {u"sese", 10, 2},    {u"ise", 10, 1},     {u"use", 10, 1},     {u"âse", 10, 1},
      {u"eşte", -1, 1},    {u"ăşte", -1, 1},    {u"eze", -1, 1},     {u"ai", -1, 1},
      {u"eai", 19, 1},     {u"iai", 19, 1},     {u"sei", -1, 2},     {u"eşti", -1, 1},
      {u"ăşti", -1, 1},    {u"ui", -1, 1},      {u"ezi", -1, 1},     {u"âi", -1, 1},
      {u"aşi", -1, 1},     {u"seşi", -1, 2},    {u"aseşi", 29, 1},   {u"seseşi", 29, 2},
      {u"iseşi", 29, 1},   {u"useşi", 29, 1},   {u"âseşi", 29, 1},   {u"işi", -1, 1},
      {u"uşi", -1, 1},     {u"âşi", -1, 1},     {u"aţi", -1, 2},     {u"eaţi", 38, 1},
      {u"iaţi", 38, 1},    {u"eţi", -1, 2},     {u"iţi", -1, 2},     {u"âţi", -1, 2},
      {u"arăţi", -1, 1},   {u"serăţi", -1, 2},  {u"aserăţi", 45, 1}, {u"seserăţi", 45, 2},
      {u"iserăţi", 45, 1}, {u"userăţi", 45, 1}, {u"âserăţi", 45, 1}, {u"irăţi", -1, 1},
      {u"urăţi", -1, 1},   {u"ârăţi", -1, 1},   {u"am", -1, 1},      {u"eam", 54, 1},
      {u"iam", 54, 1},     {u"em", -1, 2},      {u"asem", 57, 1},    {u"sesem", 57, 2},
      {u"isem", 57, 1},    {u"usem", 57, 1},    {u"âsem", 57, 1},    {u"im", -1, 2},
      {u"âm", -1, 2},      {u"ăm", -1, 2},      {u"arăm", 65, 1},    {u"serăm", 65, 2},
      {u"aserăm", 67, 1},  {u"seserăm", 67, 2}, {u"iserăm", 67, 1},  {u"userăm", 67, 1},
      {u"âserăm", 67, 1},  {u"irăm", 65, 1},    {u"urăm", 65, 1},    {u"ârăm", 65, 1},
      {u"au", -1, 1},      {u"eau", 76, 1},     {u"iau", 76, 1},     {u"indu", -1, 1},
      {u"ându", -1, 1},    {u"ez", -1, 1},      {u"ească", -1, 1},   {u"ară", -1, 1},
      {u"seră", -1, 2},    {u"aseră", 84, 1},   {u"seseră", 84, 2},  {u"iseră", 84, 1},
      {u"useră", 84, 1},   {u"âseră", 84, 1},   {u"iră", -1, 1},     {u"ură", -1, 1},
      {u"âră", -1, 1},     {u"ează", -1, 1}};
  static constexpr Among a_5[] = {
      {u"a", -1, 1}, {u"e", -1, 1}, {u"ie", 1, 1}, {u"i", -1, 1}, {u"ă", -1, 1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 0, 0, 0, 0,  0, 0, 0, 0,
                                          0,  0,  0,  0, 0, 2, 32, 0, 0, 4};
  bool B_standard_suffix_removed{};
  int I_p2{};
  int I_p1{};
  int I_pV{};

  void habr1(std::u16string_view c1, std::u16string_view c2) {
    if (eq_s(c1)) {
      ket = cursor;
      if (in_grouping(g_v, 97, 259)) slice_from(c2);
    }
  }

  void r_prelude() {
    int v_1 = 0, v_2 = 0;
    while (true) {
      v_1 = cursor;
      if (in_grouping(g_v, 97, 259)) {
        v_2 = cursor;
        bra = v_2;
        habr1(u"u", u"U");
        cursor = v_2;
        habr1(u"i", u"I");
      }
      cursor = v_1;
      if (cursor >= limit) {
        break;
      }
      cursor++;
    }
  }

  bool habr2() {
    if (out_grouping(g_v, 97, 259)) {
      while (!in_grouping(g_v, 97, 259)) {
        if (cursor >= limit) return true;
        cursor++;
      }
      return false;
    }
    return true;
  }

  bool habr3() {
    if (in_grouping(g_v, 97, 259)) {
      while (!out_grouping(g_v, 97, 259)) {
        if (cursor >= limit) return true;
        cursor++;
      }
    }
    return false;
  }

  void habr4() {
    int v_1 = cursor, v_2 = 0, v_3 = 0;
    if (in_grouping(g_v, 97, 259)) {
      v_2 = cursor;
      if (habr2()) {
        cursor = v_2;
        if (!habr3()) {
          I_pV = cursor;
          return;
        }
      } else {
        I_pV = cursor;
        return;
      }
    }
    cursor = v_1;
    if (out_grouping(g_v, 97, 259)) {
      v_3 = cursor;
      if (habr2()) {
        cursor = v_3;
        if (in_grouping(g_v, 97, 259) && cursor < limit) cursor++;
      }
      I_pV = cursor;
    }
  }

  bool habr5() {
    while (!in_grouping(g_v, 97, 259)) {
      if (cursor >= limit) return false;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 259)) {
      if (cursor >= limit) return false;
      cursor++;
    }
    return true;
  }

  void r_mark_regions() {
    int v_1 = cursor;
    I_pV = limit;
    I_p1 = I_pV;
    I_p2 = I_pV;
    habr4();
    cursor = v_1;
    if (habr5()) {
      I_p1 = cursor;
      if (habr5()) I_p2 = cursor;
    }
  }

  void r_postlude() {
    int among_var = 0;
    while (true) {
      bra = cursor;
      among_var = find_among(a_0);
      if (among_var) {
        ket = cursor;
        switch (among_var) {
          case 1:
            slice_from(u"i");
            continue;
          case 2:
            slice_from(u"u");
            continue;
          case 3:
            if (cursor >= limit) break;
            cursor++;
            continue;
        }
      }
      break;
    }
  }

  bool r_RV() { return I_pV <= cursor; }

  bool r_R1() { return I_p1 <= cursor; }

  bool r_R2() { return I_p2 <= cursor; }

  void r_step_0() {
    int among_var = 0, v_1 = 0;
    ket = cursor;
    among_var = find_among_b(a_1);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            slice_from(u"a");
            break;
          case 3:
            slice_from(u"e");
            break;
          case 4:
            slice_from(u"i");
            break;
          case 5:
            v_1 = limit - cursor;
            if (!eq_s_b(u"ab")) {
              cursor = limit - v_1;
              slice_from(u"i");
            }
            break;
          case 6:
            slice_from(u"at");
            break;
          case 7:
            slice_from(u"aţi");
            break;
        }
      }
    }
  }

  bool r_combo_suffix() {
    int among_var = 0, v_1 = limit - cursor;
    ket = cursor;
    among_var = find_among_b(a_2);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
            slice_from(u"abil");
            break;
          case 2:
            slice_from(u"ibil");
            break;
          case 3:
            slice_from(u"iv");
            break;
          case 4:
            slice_from(u"ic");
            break;
          case 5:
            slice_from(u"at");
            break;
          case 6:
            slice_from(u"it");
            break;
        }
        B_standard_suffix_removed = true;
        cursor = limit - v_1;
        return true;
      }
    }
    return false;
  }

  void r_standard_suffix() {
    int among_var = 0, v_1 = 0;
    B_standard_suffix_removed = false;
    while (true) {
      v_1 = limit - cursor;
      if (!r_combo_suffix()) {
        cursor = limit - v_1;
        break;
      }
    }
    ket = cursor;
    among_var = find_among_b(a_3);
    if (among_var) {
      bra = cursor;
      if (r_R2()) {
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            if (eq_s_b(u"ţ")) {
              bra = cursor;
              slice_from(u"t");
            }
            break;
          case 3:
            slice_from(u"ist");
            break;
        }
        B_standard_suffix_removed = true;
      }
    }
  }

  void r_verb_suffix() {
    int among_var = 0, v_1 = 0, v_2 = 0;
    if (cursor >= I_pV) {
      v_1 = limit_backward;
      limit_backward = I_pV;
      ket = cursor;
      among_var = find_among_b(a_4);
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            v_2 = limit - cursor;
            if (!out_grouping_b(g_v, 97, 259)) {
              cursor = limit - v_2;
              if (!eq_s_b(u"u")) break;
            }
            [[fallthrough]];
          case 2:
            slice_del();
            break;
        }
      }
      limit_backward = v_1;
    }
  }

  void r_vowel_suffix() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_5);
    if (among_var) {
      bra = cursor;
      if (r_RV() && among_var == 1) slice_del();
    }
  }

 public:
  void stem() {
    int v_1 = cursor;
    r_prelude();
    cursor = v_1;
    r_mark_regions();
    limit_backward = v_1;
    cursor = limit;
    r_step_0();
    cursor = limit;
    r_standard_suffix();
    cursor = limit;
    if (!B_standard_suffix_removed) {
      cursor = limit;
      r_verb_suffix();
      cursor = limit;
    }
    r_vowel_suffix();
    cursor = limit_backward;
    r_postlude();
    return;
  }
};

inline constexpr Language language = {
    "ro",
    R"(["trimmer-ro","stemmer-ro"])",
    R"(["stemmer-ro"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<RomanianStemmer>(word); }};

}  // namespace kbgen::lunr::romanian
