// Italian: lunr.it.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::italian {

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
    "a", "abbia", "abbiamo", "abbiano", "abbiate", "ad", "agl", "agli", "ai", "al", "all", "alla",
    "alle", "allo", "anche", "avemmo", "avendo", "avesse", "avessero", "avessi", "avessimo",
    "aveste", "avesti", "avete", "aveva", "avevamo", "avevano", "avevate", "avevi", "avevo",
    "avrai", "avranno", "avrebbe", "avrebbero", "avrei", "avremmo", "avremo", "avreste",
    "avresti", "avrete", "avrà", "avrò", "avuta", "avute", "avuti", "avuto", "c", "che", "chi",
    "ci", "coi", "col", "come", "con", "contro", "cui", "da", "dagl", "dagli", "dai", "dal",
    "dall", "dalla", "dalle", "dallo", "degl", "degli", "dei", "del", "dell", "della", "delle",
    "dello", "di", "dov", "dove", "e", "ebbe", "ebbero", "ebbi", "ed", "era", "erano", "eravamo",
    "eravate", "eri", "ero", "essendo", "faccia", "facciamo", "facciano", "facciate", "faccio",
    "facemmo", "facendo", "facesse", "facessero", "facessi", "facessimo", "faceste", "facesti",
    "faceva", "facevamo", "facevano", "facevate", "facevi", "facevo", "fai", "fanno", "farai",
    "faranno", "farebbe", "farebbero", "farei", "faremmo", "faremo", "fareste", "faresti",
    "farete", "farà", "farò", "fece", "fecero", "feci", "fosse", "fossero", "fossi", "fossimo",
    "foste", "fosti", "fu", "fui", "fummo", "furono", "gli", "ha", "hai", "hanno", "ho", "i",
    "il", "in", "io", "l", "la", "le", "lei", "li", "lo", "loro", "lui", "ma", "mi", "mia", "mie",
    "miei", "mio", "ne", "negl", "negli", "nei", "nel", "nell", "nella", "nelle", "nello", "noi",
    "non", "nostra", "nostre", "nostri", "nostro", "o", "per", "perché", "più", "quale", "quanta",
    "quante", "quanti", "quanto", "quella", "quelle", "quelli", "quello", "questa", "queste",
    "questi", "questo", "sarai", "saranno", "sarebbe", "sarebbero", "sarei", "saremmo", "saremo",
    "sareste", "saresti", "sarete", "sarà", "sarò", "se", "sei", "si", "sia", "siamo", "siano",
    "siate", "siete", "sono", "sta", "stai", "stando", "stanno", "starai", "staranno", "starebbe",
    "starebbero", "starei", "staremmo", "staremo", "stareste", "staresti", "starete", "starà",
    "starò", "stava", "stavamo", "stavano", "stavate", "stavi", "stavo", "stemmo", "stesse",
    "stessero", "stessi", "stessimo", "steste", "stesti", "stette", "stettero", "stetti", "stia",
    "stiamo", "stiano", "stiate", "sto", "su", "sua", "sue", "sugl", "sugli", "sui", "sul",
    "sull", "sulla", "sulle", "sullo", "suo", "suoi", "ti", "tra", "tu", "tua", "tue", "tuo",
    "tuoi", "tutti", "tutto", "un", "una", "uno", "vi", "voi", "vostra", "vostre", "vostri",
    "vostro", "è",
};
// clang-format on

class ItalianStemmer : public Program {
  static constexpr Among a_0[] = {{u"", -1, 7}, {u"qu", 0, 6}, {u"á", 0, 1}, {u"é", 0, 2},
                                  {u"í", 0, 3}, {u"ó", 0, 4},  {u"ú", 0, 5}};
  static constexpr Among a_1[] = {{u"", -1, 3}, {u"I", 0, 1}, {u"U", 0, 2}};
  static constexpr Among a_2[] = {
      {u"la", -1, -1},    {u"cela", 0, -1},    {u"gliela", 0, -1},  {u"mela", 0, -1},
      {u"tela", 0, -1},   {u"vela", 0, -1},    {u"le", -1, -1},     {u"cele", 6, -1},
      {u"gliele", 6, -1}, {u"mele", 6, -1},    {u"tele", 6, -1},    {u"vele", 6, -1},
      {u"ne", -1, -1},    {u"cene", 12, -1},   {u"gliene", 12, -1}, {u"mene", 12, -1},
      {u"sene", 12, -1},  {u"tene", 12, -1},   {u"vene", 12, -1},   {u"ci", -1, -1},
      {u"li", -1, -1},    {u"celi", 20, -1},   {u"glieli", 20, -1}, {u"meli", 20, -1},
      {u"teli", 20, -1},  {u"veli", 20, -1},   {u"gli", 20, -1},    {u"mi", -1, -1},
      {u"si", -1, -1},    {u"ti", -1, -1},     {u"vi", -1, -1},     {u"lo", -1, -1},
      {u"celo", 31, -1},  {u"glielo", 31, -1}, {u"melo", 31, -1},   {u"telo", 31, -1},
      {u"velo", 31, -1}};
  static constexpr Among a_3[] = {
      {u"ando", -1, 1}, {u"endo", -1, 1}, {u"ar", -1, 2}, {u"er", -1, 2}, {u"ir", -1, 2}};
  static constexpr Among a_4[] = {
      {u"ic", -1, -1}, {u"abil", -1, -1}, {u"os", -1, -1}, {u"iv", -1, 1}};
  static constexpr Among a_5[] = {{u"ic", -1, 1}, {u"abil", -1, 1}, {u"iv", -1, 1}};
  static constexpr Among a_6[] = {
      {u"ica", -1, 1},    {u"logia", -1, 3},  {u"osa", -1, 1},    {u"ista", -1, 1},
      {u"iva", -1, 9},    {u"anza", -1, 1},   {u"enza", -1, 5},   {u"ice", -1, 1},
      {u"atrice", 7, 1},  {u"iche", -1, 1},   {u"logie", -1, 3},  {u"abile", -1, 1},
      {u"ibile", -1, 1},  {u"usione", -1, 4}, {u"azione", -1, 2}, {u"uzione", -1, 4},
      {u"atore", -1, 2},  {u"ose", -1, 1},    {u"ante", -1, 1},   {u"mente", -1, 1},
      {u"amente", 19, 7}, {u"iste", -1, 1},   {u"ive", -1, 9},    {u"anze", -1, 1},
      {u"enze", -1, 5},   {u"ici", -1, 1},    {u"atrici", 25, 1}, {u"ichi", -1, 1},
      {u"abili", -1, 1},  {u"ibili", -1, 1},  {u"ismi", -1, 1},   {u"usioni", -1, 4},
      {u"azioni", -1, 2}, {u"uzioni", -1, 4}, {u"atori", -1, 2},  {u"osi", -1, 1},
      {u"anti", -1, 1},   {u"amenti", -1, 6}, {u"imenti", -1, 6}, {u"isti", -1, 1},
      {u"ivi", -1, 9},    {u"ico", -1, 1},    {u"ismo", -1, 1},   {u"oso", -1, 1},
      {u"amento", -1, 6}, {u"imento", -1, 6}, {u"ivo", -1, 9},    {u"ità", -1, 8},
      {u"istà", -1, 1},   {u"istè", -1, 1},   {u"istì", -1, 1}};
  static constexpr Among a_7[] = {
      {u"isca", -1, 1},   {u"enda", -1, 1},   {u"ata", -1, 1},      {u"ita", -1, 1},
      {u"uta", -1, 1},    {u"ava", -1, 1},    {u"eva", -1, 1},      {u"iva", -1, 1},
      {u"erebbe", -1, 1}, {u"irebbe", -1, 1}, {u"isce", -1, 1},     {u"ende", -1, 1},
      {u"are", -1, 1},    {u"ere", -1, 1},    {u"ire", -1, 1},      {u"asse", -1, 1},
      {u"ate", -1, 1},    {u"avate", 16, 1},  {u"evate", 16, 1},    {u"ivate", 16, 1},
      {u"ete", -1, 1},    {u"erete", 20, 1},  {u"irete", 20, 1},    {u"ite", -1, 1},
      {u"ereste", -1, 1}, {u"ireste", -1, 1}, {u"ute", -1, 1},      {u"erai", -1, 1},
      {u"irai", -1, 1},   {u"isci", -1, 1},   {u"endi", -1, 1},     {u"erei", -1, 1},
      {u"irei", -1, 1},   {u"assi", -1, 1},   {u"ati", -1, 1},      {u"iti", -1, 1},
      {u"eresti", -1, 1}, {u"iresti", -1, 1}, {u"uti", -1, 1},      {u"avi", -1, 1},
      {u"evi", -1, 1},    {u"ivi", -1, 1},    {u"isco", -1, 1},     {u"ando", -1, 1},
      {u"endo", -1, 1},   {u"Yamo", -1, 1},   {u"iamo", -1, 1},     {u"avamo", -1, 1},
      {u"evamo", -1, 1},  {u"ivamo", -1, 1},  {u"eremo", -1, 1},    {u"iremo", -1, 1},
      {u"assimo", -1, 1}, {u"ammo", -1, 1},   {u"emmo", -1, 1},     {u"eremmo", 54, 1},
      {u"iremmo", 54, 1}, {u"immo", -1, 1},   {u"ano", -1, 1},      {u"iscano", 58, 1},
      {u"avano", 58, 1},  {u"evano", 58, 1},  {u"ivano", 58, 1},    {u"eranno", -1, 1},
      {u"iranno", -1, 1}, {u"ono", -1, 1},    {u"iscono", 65, 1},   {u"arono", 65, 1},
      {u"erono", 65, 1},  {u"irono", 65, 1},  {u"erebbero", -1, 1}, {u"irebbero", -1, 1},
      {u"assero", -1, 1}, {u"essero", -1, 1}, {u"issero", -1, 1},   {u"ato", -1, 1},
      {u"ito", -1, 1},    {u"uto", -1, 1},    {u"avo", -1, 1},      {u"evo", -1, 1},
      {u"ivo", -1, 1},    {u"ar", -1, 1},     {u"ir", -1, 1},       {u"erà", -1, 1},
      {u"irà", -1, 1},    {u"erò", -1, 1},    {u"irò", -1, 1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 0, 0, 0,   0,   0, 0, 0,
                                          0,  0,  0,  0, 0, 128, 128, 8, 2, 1};
  static constexpr unsigned char g_AEIO[] = {17, 65, 0, 0, 0, 0,   0,   0, 0, 0,
                                             0,  0,  0, 0, 0, 128, 128, 8, 2};
  static constexpr unsigned char g_CG[] = {17};
  int I_p2{};
  int I_p1{};
  int I_pV{};

  bool habr1(std::u16string_view c1, std::u16string_view c2, int v_1) {
    if (eq_s(c1)) {
      ket = cursor;
      if (in_grouping(g_v, 97, 249)) {
        slice_from(c2);
        cursor = v_1;
        return true;
      }
    }
    return false;
  }

  void r_prelude() {
    int among_var = 0, v_1 = cursor, v_2 = 0, v_3 = 0, v_4 = 0;
    while (true) {
      bra = cursor;
      among_var = find_among(a_0);
      if (among_var) {
        ket = cursor;
        switch (among_var) {
          case 1:
            slice_from(u"à");
            continue;
          case 2:
            slice_from(u"è");
            continue;
          case 3:
            slice_from(u"ì");
            continue;
          case 4:
            slice_from(u"ò");
            continue;
          case 5:
            slice_from(u"ù");
            continue;
          case 6:
            slice_from(u"qU");
            continue;
          case 7:
            if (cursor >= limit) break;
            cursor++;
            continue;
        }
      }
      break;
    }
    cursor = v_1;
    while (true) {
      v_2 = cursor;
      while (true) {
        v_3 = cursor;
        if (in_grouping(g_v, 97, 249)) {
          bra = cursor;
          v_4 = cursor;
          if (habr1(u"u", u"U", v_3)) break;
          cursor = v_4;
          if (habr1(u"i", u"I", v_3)) break;
        }
        cursor = v_3;
        if (cursor >= limit) {
          cursor = v_2;
          return;
        }
        cursor++;
      }
    }
  }

  bool habr2(int v_1) {
    cursor = v_1;
    if (!in_grouping(g_v, 97, 249)) return false;
    while (!out_grouping(g_v, 97, 249)) {
      if (cursor >= limit) return false;
      cursor++;
    }
    return true;
  }

  bool habr3() {
    if (in_grouping(g_v, 97, 249)) {
      int v_1 = cursor;
      if (out_grouping(g_v, 97, 249)) {
        while (!in_grouping(g_v, 97, 249)) {
          if (cursor >= limit) return habr2(v_1);
          cursor++;
        }
        return true;
      }
      return habr2(v_1);
    }
    return false;
  }

  void habr4() {
    int v_1 = cursor, v_2 = 0;
    if (!habr3()) {
      cursor = v_1;
      if (!out_grouping(g_v, 97, 249)) return;
      v_2 = cursor;
      if (out_grouping(g_v, 97, 249)) {
        while (!in_grouping(g_v, 97, 249)) {
          if (cursor >= limit) {
            cursor = v_2;
            if (in_grouping(g_v, 97, 249) && cursor < limit) cursor++;
            return;
          }
          cursor++;
        }
        I_pV = cursor;
        return;
      }
      cursor = v_2;
      if (!in_grouping(g_v, 97, 249) || cursor >= limit) return;
      cursor++;
    }
    I_pV = cursor;
  }

  bool habr5() {
    while (!in_grouping(g_v, 97, 249)) {
      if (cursor >= limit) return false;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 249)) {
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
      among_var = find_among(a_1);
      if (!among_var) break;
      ket = cursor;
      switch (among_var) {
        case 1:
          slice_from(u"i");
          break;
        case 2:
          slice_from(u"u");
          break;
        case 3:
          if (cursor >= limit) return;
          cursor++;
          break;
      }
    }
  }

  bool r_RV() { return I_pV <= cursor; }

  bool r_R1() { return I_p1 <= cursor; }

  bool r_R2() { return I_p2 <= cursor; }

  void r_attached_pronoun() {
    int among_var = 0;
    ket = cursor;
    if (find_among_b(a_2)) {
      bra = cursor;
      among_var = find_among_b(a_3);
      if (among_var && r_RV()) {
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            slice_from(u"e");
            break;
        }
      }
    }
  }

  bool r_standard_suffix() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_6);
    if (!among_var) return false;
    bra = cursor;
    switch (among_var) {
      case 1:
        if (!r_R2()) return false;
        slice_del();
        break;
      case 2:
        if (!r_R2()) return false;
        slice_del();
        ket = cursor;
        if (eq_s_b(u"ic")) {
          bra = cursor;
          if (r_R2()) slice_del();
        }
        break;
      case 3:
        if (!r_R2()) return false;
        slice_from(u"log");
        break;
      case 4:
        if (!r_R2()) return false;
        slice_from(u"u");
        break;
      case 5:
        if (!r_R2()) return false;
        slice_from(u"ente");
        break;
      case 6:
        if (!r_RV()) return false;
        slice_del();
        break;
      case 7:
        if (!r_R1()) return false;
        slice_del();
        ket = cursor;
        among_var = find_among_b(a_4);
        if (among_var) {
          bra = cursor;
          if (r_R2()) {
            slice_del();
            if (among_var == 1) {
              ket = cursor;
              if (eq_s_b(u"at")) {
                bra = cursor;
                if (r_R2()) slice_del();
              }
            }
          }
        }
        break;
      case 8:
        if (!r_R2()) return false;
        slice_del();
        ket = cursor;
        among_var = find_among_b(a_5);
        if (among_var) {
          bra = cursor;
          if (among_var == 1)
            if (r_R2()) slice_del();
        }
        break;
      case 9:
        if (!r_R2()) return false;
        slice_del();
        ket = cursor;
        if (eq_s_b(u"at")) {
          bra = cursor;
          if (r_R2()) {
            slice_del();
            ket = cursor;
            if (eq_s_b(u"ic")) {
              bra = cursor;
              if (r_R2()) slice_del();
            }
          }
        }
        break;
    }
    return true;
  }

  void r_verb_suffix() {
    int among_var = 0, v_1 = 0;
    if (cursor >= I_pV) {
      v_1 = limit_backward;
      limit_backward = I_pV;
      ket = cursor;
      among_var = find_among_b(a_7);
      if (among_var) {
        bra = cursor;
        if (among_var == 1) slice_del();
      }
      limit_backward = v_1;
    }
  }

  void habr6() {
    int v_1 = limit - cursor;
    ket = cursor;
    if (in_grouping_b(g_AEIO, 97, 242)) {
      bra = cursor;
      if (r_RV()) {
        slice_del();
        ket = cursor;
        if (eq_s_b(u"i")) {
          bra = cursor;
          if (r_RV()) {
            slice_del();
            return;
          }
        }
      }
    }
    cursor = limit - v_1;
  }

  void r_vowel_suffix() {
    habr6();
    ket = cursor;
    if (eq_s_b(u"h")) {
      bra = cursor;
      if (in_grouping_b(g_CG, 99, 103))
        if (r_RV()) slice_del();
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
    r_attached_pronoun();
    cursor = limit;
    if (!r_standard_suffix()) {
      cursor = limit;
      r_verb_suffix();
    }
    cursor = limit;
    r_vowel_suffix();
    cursor = limit_backward;
    r_postlude();
    return;
  }
};

inline constexpr std::string_view elisions[] = {"quest'", "quell'", "dell'", "nell'", "dall'",
                                                "sull'",  "all'",   "un'",   "l'",    "d'",
                                                "c'",     "s'",     "m'",    "t'",    "v'"};

inline constexpr Language language = {
    "it",
    R"(["trimmer-it","stemmer-it"])",
    R"(["stemmer-it"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<ItalianStemmer>(word); },
    true,
    elisions};

}  // namespace kbgen::lunr::italian
