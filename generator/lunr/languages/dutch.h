// Dutch: lunr.nl.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::dutch {

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
    "", "aan", "al", "alles", "als", "altijd", "andere", "ben", "bij", "daar", "dan", "dat", "de",
    "der", "deze", "die", "dit", "doch", "doen", "door", "dus", "een", "eens", "en", "er", "ge",
    "geen", "geweest", "haar", "had", "heb", "hebben", "heeft", "hem", "het", "hier", "hij",
    "hoe", "hun", "iemand", "iets", "ik", "in", "is", "ja", "je", "kan", "kon", "kunnen", "maar",
    "me", "meer", "men", "met", "mij", "mijn", "moet", "na", "naar", "niet", "niets", "nog", "nu",
    "of", "om", "omdat", "onder", "ons", "ook", "op", "over", "reeds", "te", "tegen", "toch",
    "toen", "tot", "u", "uit", "uw", "van", "veel", "voor", "want", "waren", "was", "wat", "werd",
    "wezen", "wie", "wil", "worden", "wordt", "zal", "ze", "zelf", "zich", "zij", "zijn", "zo",
    "zonder", "zou",
};
// clang-format on

class DutchStemmer : public Program {
  static constexpr Among a_0[] = {{u"", -1, 6}, {u"á", 0, 1}, {u"ä", 0, 1}, {u"é", 0, 2},
                                  {u"ë", 0, 2}, {u"í", 0, 3}, {u"ï", 0, 3}, {u"ó", 0, 4},
                                  {u"ö", 0, 4}, {u"ú", 0, 5}, {u"ü", 0, 5}};
  static constexpr Among a_1[] = {{u"", -1, 3}, {u"I", 0, 2}, {u"Y", 0, 1}};
  static constexpr Among a_2[] = {{u"dd", -1, -1}, {u"kk", -1, -1}, {u"tt", -1, -1}};
  static constexpr Among a_3[] = {
      {u"ene", -1, 2}, {u"se", -1, 3}, {u"en", -1, 2}, {u"heden", 2, 1}, {u"s", -1, 3}};
  static constexpr Among a_4[] = {{u"end", -1, 1},  {u"ig", -1, 2},   {u"ing", -1, 1},
                                  {u"lijk", -1, 3}, {u"baar", -1, 4}, {u"bar", -1, 5}};
  static constexpr Among a_5[] = {
      {u"aa", -1, -1}, {u"ee", -1, -1}, {u"oo", -1, -1}, {u"uu", -1, -1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128};
  static constexpr unsigned char g_v_I[] = {1, 0, 0, 17, 65, 16, 1, 0, 0, 0,
                                            0, 0, 0, 0,  0,  0,  0, 0, 0, 128};
  static constexpr unsigned char g_v_j[] = {17, 67, 16, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128};
  int I_p2{};
  int I_p1{};
  bool B_e_found{};

  void r_prelude() {
    int among_var = 0, v_1 = cursor, v_2 = 0, v_3 = 0;
    while (true) {
      bra = cursor;
      among_var = find_among(a_0);
      if (among_var) {
        ket = cursor;
        switch (among_var) {
          case 1:
            slice_from(u"a");
            continue;
          case 2:
            slice_from(u"e");
            continue;
          case 3:
            slice_from(u"i");
            continue;
          case 4:
            slice_from(u"o");
            continue;
          case 5:
            slice_from(u"u");
            continue;
          case 6:
            if (cursor >= limit) break;
            cursor++;
            continue;
        }
      }
      break;
    }
    cursor = v_1;
    bra = v_1;
    if (eq_s(u"y")) {
      ket = cursor;
      slice_from(u"Y");
    } else
      cursor = v_1;
    while (true) {
      v_2 = cursor;
      if (in_grouping(g_v, 97, 232)) {
        v_3 = cursor;
        bra = v_3;
        if (eq_s(u"i")) {
          ket = cursor;
          if (in_grouping(g_v, 97, 232)) {
            slice_from(u"I");
            cursor = v_2;
          }
        } else {
          cursor = v_3;
          if (eq_s(u"y")) {
            ket = cursor;
            slice_from(u"Y");
            cursor = v_2;
          } else if (habr1(v_2))
            break;
        }
      } else if (habr1(v_2))
        break;
    }
  }

  bool habr1(int v_1) {
    cursor = v_1;
    if (v_1 >= limit) return true;
    cursor++;
    return false;
  }

  void r_mark_regions() {
    I_p1 = limit;
    I_p2 = I_p1;
    if (!habr2()) {
      I_p1 = cursor;
      if (I_p1 < 3) I_p1 = 3;
      if (!habr2()) I_p2 = cursor;
    }
  }

  bool habr2() {
    while (!in_grouping(g_v, 97, 232)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 232)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    return false;
  }

  void r_postlude() {
    int among_var = 0;
    while (true) {
      bra = cursor;
      among_var = find_among(a_1);
      if (among_var) {
        ket = cursor;
        switch (among_var) {
          case 1:
            slice_from(u"y");
            break;
          case 2:
            slice_from(u"i");
            break;
          case 3:
            if (cursor >= limit) return;
            cursor++;
            break;
        }
      }
    }
  }

  bool r_R1() { return I_p1 <= cursor; }

  bool r_R2() { return I_p2 <= cursor; }

  void r_undouble() {
    int v_1 = limit - cursor;
    if (find_among_b(a_2)) {
      cursor = limit - v_1;
      ket = cursor;
      if (cursor > limit_backward) {
        cursor--;
        bra = cursor;
        slice_del();
      }
    }
  }

  void r_e_ending() {
    int v_1 = 0;
    B_e_found = false;
    ket = cursor;
    if (eq_s_b(u"e")) {
      bra = cursor;
      if (r_R1()) {
        v_1 = limit - cursor;
        if (out_grouping_b(g_v, 97, 232)) {
          cursor = limit - v_1;
          slice_del();
          B_e_found = true;
          r_undouble();
        }
      }
    }
  }

  void r_en_ending() {
    int v_1 = 0;
    if (r_R1()) {
      v_1 = limit - cursor;
      if (out_grouping_b(g_v, 97, 232)) {
        cursor = limit - v_1;
        if (!eq_s_b(u"gem")) {
          cursor = limit - v_1;
          slice_del();
          r_undouble();
        }
      }
    }
  }

  void r_standard_suffix() {
    int among_var = 0, v_1 = limit - cursor, v_2 = 0, v_3 = 0, v_4 = 0, v_5 = 0, v_6 = 0;
    ket = cursor;
    among_var = find_among_b(a_3);
    if (among_var) {
      bra = cursor;
      switch (among_var) {
        case 1:
          if (r_R1()) slice_from(u"heid");
          break;
        case 2:
          r_en_ending();
          break;
        case 3:
          if (r_R1() && out_grouping_b(g_v_j, 97, 232)) slice_del();
          break;
      }
    }
    cursor = limit - v_1;
    r_e_ending();
    cursor = limit - v_1;
    ket = cursor;
    if (eq_s_b(u"heid")) {
      bra = cursor;
      if (r_R2()) {
        v_2 = limit - cursor;
        if (!eq_s_b(u"c")) {
          cursor = limit - v_2;
          slice_del();
          ket = cursor;
          if (eq_s_b(u"en")) {
            bra = cursor;
            r_en_ending();
          }
        }
      }
    }
    cursor = limit - v_1;
    ket = cursor;
    among_var = find_among_b(a_4);
    if (among_var) {
      bra = cursor;
      switch (among_var) {
        case 1:
          if (r_R2()) {
            slice_del();
            v_3 = limit - cursor;
            ket = cursor;
            if (eq_s_b(u"ig")) {
              bra = cursor;
              if (r_R2()) {
                v_4 = limit - cursor;
                if (!eq_s_b(u"e")) {
                  cursor = limit - v_4;
                  slice_del();
                  break;
                }
              }
            }
            cursor = limit - v_3;
            r_undouble();
          }
          break;
        case 2:
          if (r_R2()) {
            v_5 = limit - cursor;
            if (!eq_s_b(u"e")) {
              cursor = limit - v_5;
              slice_del();
            }
          }
          break;
        case 3:
          if (r_R2()) {
            slice_del();
            r_e_ending();
          }
          break;
        case 4:
          if (r_R2()) slice_del();
          break;
        case 5:
          if (r_R2() && B_e_found) slice_del();
          break;
      }
    }
    cursor = limit - v_1;
    if (out_grouping_b(g_v_I, 73, 232)) {
      v_6 = limit - cursor;
      if (find_among_b(a_5) && out_grouping_b(g_v, 97, 232)) {
        cursor = limit - v_6;
        ket = cursor;
        if (cursor > limit_backward) {
          cursor--;
          bra = cursor;
          slice_del();
        }
      }
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
    r_standard_suffix();
    cursor = limit_backward;
    r_postlude();
    return;
  }
};

inline constexpr Language language = {
    "nl",
    R"(["trimmer-nl","stemmer-nl"])",
    R"(["stemmer-nl"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<DutchStemmer>(word); }};

}  // namespace kbgen::lunr::dutch
