// Hungarian: lunr.hu.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::hungarian {

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
    "a", "abban", "ahhoz", "ahogy", "ahol", "aki", "akik", "akkor", "alatt", "amely", "amelyek",
    "amelyekben", "amelyeket", "amelyet", "amelynek", "ami", "amikor", "amit", "amolyan", "amíg",
    "annak", "arra", "arról", "az", "azok", "azon", "azonban", "azt", "aztán", "azután", "azzal",
    "azért", "be", "belül", "benne", "bár", "cikk", "cikkek", "cikkeket", "csak", "de", "e",
    "ebben", "eddig", "egy", "egyes", "egyetlen", "egyik", "egyre", "egyéb", "egész", "ehhez",
    "ekkor", "el", "ellen", "elsõ", "elég", "elõ", "elõször", "elõtt", "emilyen", "ennek", "erre",
    "ez", "ezek", "ezen", "ezt", "ezzel", "ezért", "fel", "felé", "hanem", "hiszen", "hogy",
    "hogyan", "igen", "ill", "ill.", "illetve", "ilyen", "ilyenkor", "ismét", "ison", "itt",
    "jobban", "jó", "jól", "kell", "kellett", "keressünk", "keresztül", "ki", "kívül", "között",
    "közül", "legalább", "legyen", "lehet", "lehetett", "lenne", "lenni", "lesz", "lett", "maga",
    "magát", "majd", "meg", "mellett", "mely", "melyek", "mert", "mi", "mikor", "milyen",
    "minden", "mindenki", "mindent", "mindig", "mint", "mintha", "mit", "mivel", "miért", "most",
    "már", "más", "másik", "még", "míg", "nagy", "nagyobb", "nagyon", "ne", "nekem", "neki",
    "nem", "nincs", "néha", "néhány", "nélkül", "olyan", "ott", "pedig", "persze", "rá", "s",
    "saját", "sem", "semmi", "sok", "sokat", "sokkal", "szemben", "szerint", "szinte", "számára",
    "talán", "tehát", "teljes", "tovább", "továbbá", "több", "ugyanis", "utolsó", "után", "utána",
    "vagy", "vagyis", "vagyok", "valaki", "valami", "valamint", "való", "van", "vannak", "vele",
    "vissza", "viszont", "volna", "volt", "voltak", "voltam", "voltunk", "által", "általában",
    "át", "én", "éppen", "és", "így", "õ", "õk", "õket", "össze", "úgy", "új", "újabb", "újra",
};
// clang-format on

class HungarianStemmer : public Program {
  static constexpr Among a_0[] = {{u"cs", -1, -1}, {u"dzs", -1, -1}, {u"gy", -1, -1},
                                  {u"ly", -1, -1}, {u"ny", -1, -1},  {u"sz", -1, -1},
                                  {u"ty", -1, -1}, {u"zs", -1, -1}};
  static constexpr Among a_1[] = {{u"á", -1, 1}, {u"é", -1, 2}};
  static constexpr Among a_2[] = {
      {u"bb", -1, -1},  {u"cc", -1, -1},  {u"dd", -1, -1},  {u"ff", -1, -1},  {u"gg", -1, -1},
      {u"jj", -1, -1},  {u"kk", -1, -1},  {u"ll", -1, -1},  {u"mm", -1, -1},  {u"nn", -1, -1},
      {u"pp", -1, -1},  {u"rr", -1, -1},  {u"ccs", -1, -1}, {u"ss", -1, -1},  {u"zzs", -1, -1},
      {u"tt", -1, -1},  {u"vv", -1, -1},  {u"ggy", -1, -1}, {u"lly", -1, -1}, {u"nny", -1, -1},
      {u"tty", -1, -1}, {u"ssz", -1, -1}, {u"zz", -1, -1}};
  static constexpr Among a_3[] = {{u"al", -1, 1}, {u"el", -1, 2}};
  static constexpr Among a_4[] = {
      {u"ba", -1, -1},     {u"ra", -1, -1},     {u"be", -1, -1},     {u"re", -1, -1},
      {u"ig", -1, -1},     {u"nak", -1, -1},    {u"nek", -1, -1},    {u"val", -1, -1},
      {u"vel", -1, -1},    {u"ul", -1, -1},     {u"nál", -1, -1},    {u"nél", -1, -1},
      {u"ból", -1, -1},    {u"ról", -1, -1},    {u"tól", -1, -1},    {u"bõl", -1, -1},
      {u"rõl", -1, -1},    {u"tõl", -1, -1},    {u"ül", -1, -1},     {u"n", -1, -1},
      {u"an", 19, -1},     {u"ban", 20, -1},    {u"en", 19, -1},     {u"ben", 22, -1},
      {u"képpen", 22, -1}, {u"on", 19, -1},     {u"ön", 19, -1},     {u"képp", -1, -1},
      {u"kor", -1, -1},    {u"t", -1, -1},      {u"at", 29, -1},     {u"et", 29, -1},
      {u"ként", 29, -1},   {u"anként", 32, -1}, {u"enként", 32, -1}, {u"onként", 32, -1},
      {u"ot", 29, -1},     {u"ért", 29, -1},    {u"öt", 29, -1},     {u"hez", -1, -1},
      {u"hoz", -1, -1},    {u"höz", -1, -1},    {u"vá", -1, -1},     {u"vé", -1, -1}};
  static constexpr Among a_5[] = {{u"án", -1, 2}, {u"én", -1, 1}, {u"ánként", -1, 3}};
  static constexpr Among a_6[] = {{u"stul", -1, 2}, {u"astul", 0, 1}, {u"ástul", 0, 3},
                                  {u"stül", -1, 2}, {u"estül", 3, 1}, {u"éstül", 3, 4}};
  static constexpr Among a_7[] = {{u"á", -1, 1}, {u"é", -1, 2}};
  static constexpr Among a_8[] = {{u"k", -1, 7}, {u"ak", 0, 4}, {u"ek", 0, 6}, {u"ok", 0, 5},
                                  {u"ák", 0, 1}, {u"ék", 0, 2}, {u"ök", 0, 3}};
  static constexpr Among a_9[] = {{u"éi", -1, 7}, {u"áéi", 0, 6}, {u"ééi", 0, 5}, {u"é", -1, 9},
                                  {u"ké", 3, 4},  {u"aké", 4, 1}, {u"eké", 4, 1}, {u"oké", 4, 1},
                                  {u"áké", 4, 3}, {u"éké", 4, 2}, {u"öké", 4, 1}, {u"éé", 3, 8}};
  static constexpr Among a_10[] = {
      {u"a", -1, 18},  {u"ja", 0, 17},   {u"d", -1, 16},  {u"ad", 2, 13},   {u"ed", 2, 13},
      {u"od", 2, 13},  {u"ád", 2, 14},   {u"éd", 2, 15},  {u"öd", 2, 13},   {u"e", -1, 18},
      {u"je", 9, 17},  {u"nk", -1, 4},   {u"unk", 11, 1}, {u"ánk", 11, 2},  {u"énk", 11, 3},
      {u"ünk", 11, 1}, {u"uk", -1, 8},   {u"juk", 16, 7}, {u"ájuk", 17, 5}, {u"ük", -1, 8},
      {u"jük", 19, 7}, {u"éjük", 20, 6}, {u"m", -1, 12},  {u"am", 22, 9},   {u"em", 22, 9},
      {u"om", 22, 9},  {u"ám", 22, 10},  {u"ém", 22, 11}, {u"o", -1, 18},   {u"á", -1, 19},
      {u"é", -1, 20}};
  static constexpr Among a_11[] = {
      {u"id", -1, 10},     {u"aid", 0, 9},      {u"jaid", 1, 6},    {u"eid", 0, 9},
      {u"jeid", 3, 6},     {u"áid", 0, 7},      {u"éid", 0, 8},     {u"i", -1, 15},
      {u"ai", 7, 14},      {u"jai", 8, 11},     {u"ei", 7, 14},     {u"jei", 10, 11},
      {u"ái", 7, 12},      {u"éi", 7, 13},      {u"itek", -1, 24},  {u"eitek", 14, 21},
      {u"jeitek", 15, 20}, {u"éitek", 14, 23},  {u"ik", -1, 29},    {u"aik", 18, 26},
      {u"jaik", 19, 25},   {u"eik", 18, 26},    {u"jeik", 21, 25},  {u"áik", 18, 27},
      {u"éik", 18, 28},    {u"ink", -1, 20},    {u"aink", 25, 17},  {u"jaink", 26, 16},
      {u"eink", 25, 17},   {u"jeink", 28, 16},  {u"áink", 25, 18},  {u"éink", 25, 19},
      {u"aitok", -1, 21},  {u"jaitok", 32, 20}, {u"áitok", -1, 22}, {u"im", -1, 5},
      {u"aim", 35, 4},     {u"jaim", 36, 1},    {u"eim", 35, 4},    {u"jeim", 38, 1},
      {u"áim", 35, 2},     {u"éim", 35, 3}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 0, 0, 0, 0, 0,  0,  0,
                                          0,  0,  0,  0, 0, 0, 1, 17, 52, 14};
  int I_p1{};

  void r_mark_regions() {
    int v_1 = cursor, v_2 = 0;
    I_p1 = limit;
    if (in_grouping(g_v, 97, 252)) {
      while (true) {
        v_2 = cursor;
        if (out_grouping(g_v, 97, 252)) {
          cursor = v_2;
          if (!find_among(a_0)) {
            cursor = v_2;
            if (v_2 < limit) cursor++;
          }
          I_p1 = cursor;
          return;
        }
        cursor = v_2;
        if (v_2 >= limit) {
          I_p1 = v_2;
          return;
        }
        cursor++;
      }
    }
    cursor = v_1;
    if (out_grouping(g_v, 97, 252)) {
      while (!in_grouping(g_v, 97, 252)) {
        if (cursor >= limit) return;
        cursor++;
      }
      I_p1 = cursor;
    }
  }

  bool r_R1() { return I_p1 <= cursor; }

  void r_v_ending() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_1);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
            slice_from(u"a");
            break;
          case 2:
            slice_from(u"e");
            break;
        }
      }
    }
  }

  bool r_double() {
    int v_1 = limit - cursor;
    if (!find_among_b(a_2)) return false;
    cursor = limit - v_1;
    return true;
  }

  void r_undouble() {
    if (cursor > limit_backward) {
      cursor--;
      ket = cursor;
      int c = cursor - 1;
      if (limit_backward <= c && c <= limit) {
        cursor = c;
        bra = c;
        slice_del();
      }
    }
  }

  void r_instrum() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_3);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        if (among_var == 1 || among_var == 2)
          if (!r_double()) return;
        slice_del();
        r_undouble();
      }
    }
  }

  void r_case() {
    ket = cursor;
    if (find_among_b(a_4)) {
      bra = cursor;
      if (r_R1()) {
        slice_del();
        r_v_ending();
      }
    }
  }

  void r_case_special() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_5);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
            slice_from(u"e");
            break;
          case 2:
          case 3:
            slice_from(u"a");
            break;
        }
      }
    }
  }

  void r_case_other() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_6);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
          case 2:
            slice_del();
            break;
          case 3:
            slice_from(u"a");
            break;
          case 4:
            slice_from(u"e");
            break;
        }
      }
    }
  }

  void r_factive() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_7);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        if (among_var == 1 || among_var == 2)
          if (!r_double()) return;
        slice_del();
        r_undouble();
      }
    }
  }

  void r_plural() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_8);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
            slice_from(u"a");
            break;
          case 2:
            slice_from(u"e");
            break;
          case 3:
          case 4:
          case 5:
          case 6:
          case 7:
            slice_del();
            break;
        }
      }
    }
  }

  void r_owned() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_9);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
          case 4:
          case 7:
          case 9:
            slice_del();
            break;
          case 2:
          case 5:
          case 8:
            slice_from(u"e");
            break;
          case 3:
          case 6:
            slice_from(u"a");
            break;
        }
      }
    }
  }

  void r_sing_owner() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_10);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
          case 4:
          case 7:
          case 8:
          case 9:
          case 12:
          case 13:
          case 16:
          case 17:
          case 18:
            slice_del();
            break;
          case 2:
          case 5:
          case 10:
          case 14:
          case 19:
            slice_from(u"a");
            break;
          case 3:
          case 6:
          case 11:
          case 15:
          case 20:
            slice_from(u"e");
            break;
        }
      }
    }
  }

  void r_plur_owner() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_11);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
          case 4:
          case 5:
          case 6:
          case 9:
          case 10:
          case 11:
          case 14:
          case 15:
          case 16:
          case 17:
          case 20:
          case 21:
          case 24:
          case 25:
          case 26:
          case 29:
            slice_del();
            break;
          case 2:
          case 7:
          case 12:
          case 18:
          case 22:
          case 27:
            slice_from(u"a");
            break;
          case 3:
          case 8:
          case 13:
          case 19:
          case 23:
          case 28:
            slice_from(u"e");
            break;
        }
      }
    }
  }

 public:
  void stem() {
    int v_1 = cursor;
    r_mark_regions();
    limit_backward = v_1;
    cursor = limit;
    r_instrum();
    cursor = limit;
    r_case();
    cursor = limit;
    r_case_special();
    cursor = limit;
    r_case_other();
    cursor = limit;
    r_factive();
    cursor = limit;
    r_owned();
    cursor = limit;
    r_sing_owner();
    cursor = limit;
    r_plur_owner();
    cursor = limit;
    r_plural();
    return;
  }
};

inline constexpr Language language = {
    "hu",
    R"(["trimmer-hu","stemmer-hu"])",
    R"(["stemmer-hu"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<HungarianStemmer>(word); }};

}  // namespace kbgen::lunr::hungarian
