// German: lunr.de.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::german {

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
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "ander",
    "andere", "anderem", "anderen", "anderer", "anderes", "anderm", "andern", "anderr", "anders",
    "auch", "auf", "aus", "bei", "bin", "bis", "bist", "da", "damit", "dann", "das", "dasselbe",
    "dazu", "daß", "dein", "deine", "deinem", "deinen", "deiner", "deines", "dem", "demselben",
    "den", "denn", "denselben", "der", "derer", "derselbe", "derselben", "des", "desselben",
    "dessen", "dich", "die", "dies", "diese", "dieselbe", "dieselben", "diesem", "diesen",
    "dieser", "dieses", "dir", "doch", "dort", "du", "durch", "ein", "eine", "einem", "einen",
    "einer", "eines", "einig", "einige", "einigem", "einigen", "einiger", "einiges", "einmal",
    "er", "es", "etwas", "euch", "euer", "eure", "eurem", "euren", "eurer", "eures", "für",
    "gegen", "gewesen", "hab", "habe", "haben", "hat", "hatte", "hatten", "hier", "hin", "hinter",
    "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "im", "in",
    "indem", "ins", "ist", "jede", "jedem", "jeden", "jeder", "jedes", "jene", "jenem", "jenen",
    "jener", "jenes", "jetzt", "kann", "kein", "keine", "keinem", "keinen", "keiner", "keines",
    "können", "könnte", "machen", "man", "manche", "manchem", "manchen", "mancher", "manches",
    "mein", "meine", "meinem", "meinen", "meiner", "meines", "mich", "mir", "mit", "muss",
    "musste", "nach", "nicht", "nichts", "noch", "nun", "nur", "ob", "oder", "ohne", "sehr",
    "sein", "seine", "seinem", "seinen", "seiner", "seines", "selbst", "sich", "sie", "sind",
    "so", "solche", "solchem", "solchen", "solcher", "solches", "soll", "sollte", "sondern",
    "sonst", "um", "und", "uns", "unse", "unsem", "unsen", "unser", "unses", "unter", "viel",
    "vom", "von", "vor", "war", "waren", "warst", "was", "weg", "weil", "weiter", "welche",
    "welchem", "welchen", "welcher", "welches", "wenn", "werde", "werden", "wie", "wieder",
    "will", "wir", "wird", "wirst", "wo", "wollen", "wollte", "während", "würde", "würden", "zu",
    "zum", "zur", "zwar", "zwischen", "über",
};
// clang-format on

class GermanStemmer : public Program {
  static constexpr Among a_0[] = {{u"", -1, 6}, {u"U", 0, 2}, {u"Y", 0, 1},
                                  {u"ä", 0, 3}, {u"ö", 0, 4}, {u"ü", 0, 5}};
  static constexpr Among a_1[] = {{u"e", -1, 2},  {u"em", -1, 1}, {u"en", -1, 2}, {u"ern", -1, 1},
                                  {u"er", -1, 1}, {u"s", -1, 3},  {u"es", 5, 2}};
  static constexpr Among a_2[] = {{u"en", -1, 1}, {u"er", -1, 1}, {u"st", -1, 2}, {u"est", 2, 1}};
  static constexpr Among a_3[] = {{u"ig", -1, 1}, {u"lich", -1, 1}};
  static constexpr Among a_4[] = {{u"end", -1, 1},  {u"ig", -1, 2},   {u"ung", -1, 1},
                                  {u"lich", -1, 3}, {u"isch", -1, 2}, {u"ik", -1, 2},
                                  {u"heit", -1, 3}, {u"keit", -1, 4}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 1, 0, 0, 0, 0, 0,  0,
                                          0,  0,  0,  0, 0, 0, 8, 0, 32, 8};
  static constexpr unsigned char g_s_ending[] = {117, 30, 5};
  static constexpr unsigned char g_st_ending[] = {117, 30, 4};
  int I_x{};
  int I_p2{};
  int I_p1{};

  bool habr1(std::u16string_view c1, std::u16string_view c2, int v_1) {
    if (eq_s(c1)) {
      ket = cursor;
      if (in_grouping(g_v, 97, 252)) {
        slice_from(c2);
        cursor = v_1;
        return true;
      }
    }
    return false;
  }

  void r_prelude() {
    int v_1 = cursor, v_2 = 0, v_3 = 0, v_4 = 0, v_5 = 0;
    while (true) {
      v_2 = cursor;
      bra = v_2;
      if (eq_s(u"ß")) {
        ket = cursor;
        slice_from(u"ss");
      } else {
        if (v_2 >= limit) break;
        cursor = v_2 + 1;
      }
    }
    cursor = v_1;
    while (true) {
      v_3 = cursor;
      while (true) {
        v_4 = cursor;
        if (in_grouping(g_v, 97, 252)) {
          v_5 = cursor;
          bra = v_5;
          if (habr1(u"u", u"U", v_4)) break;
          cursor = v_5;
          if (habr1(u"y", u"Y", v_4)) break;
        }
        if (v_4 >= limit) {
          cursor = v_3;
          return;
        }
        cursor = v_4 + 1;
      }
    }
  }

  bool habr2() {
    while (!in_grouping(g_v, 97, 252)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 252)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    return false;
  }

  void r_mark_regions() {
    I_p1 = limit;
    I_p2 = I_p1;
    int c = cursor + 3;
    if (0 <= c && c <= limit) {
      I_x = c;
      if (!habr2()) {
        I_p1 = cursor;
        if (I_p1 < I_x) I_p1 = I_x;
        if (!habr2()) I_p2 = cursor;
      }
    }
  }

  void r_postlude() {
    int among_var = 0, v_1 = 0;
    while (true) {
      v_1 = cursor;
      bra = v_1;
      among_var = find_among(a_0);
      if (!among_var) return;
      ket = cursor;
      switch (among_var) {
        case 1:
          slice_from(u"y");
          break;
        case 2:
        case 5:
          slice_from(u"u");
          break;
        case 3:
          slice_from(u"a");
          break;
        case 4:
          slice_from(u"o");
          break;
        case 6:
          if (cursor >= limit) return;
          cursor++;
          break;
      }
    }
  }

  bool r_R1() { return I_p1 <= cursor; }

  bool r_R2() { return I_p2 <= cursor; }

  void r_standard_suffix() {
    int among_var = 0, v_1 = limit - cursor, v_2 = 0, v_3 = 0, v_4 = 0;
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
            slice_del();
            ket = cursor;
            if (eq_s_b(u"s")) {
              bra = cursor;
              if (eq_s_b(u"nis")) slice_del();
            }
            break;
          case 3:
            if (in_grouping_b(g_s_ending, 98, 116)) slice_del();
            break;
        }
      }
    }
    cursor = limit - v_1;
    ket = cursor;
    among_var = find_among_b(a_2);
    if (among_var) {
      bra = cursor;
      if (r_R1()) {
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            if (in_grouping_b(g_st_ending, 98, 116)) {
              int c = cursor - 3;
              if (limit_backward <= c && c <= limit) {
                cursor = c;
                slice_del();
              }
            }
            break;
        }
      }
    }
    cursor = limit - v_1;
    ket = cursor;
    among_var = find_among_b(a_4);
    if (among_var) {
      bra = cursor;
      if (r_R2()) {
        switch (among_var) {
          case 1:
            slice_del();
            ket = cursor;
            if (eq_s_b(u"ig")) {
              bra = cursor;
              v_2 = limit - cursor;
              if (!eq_s_b(u"e")) {
                cursor = limit - v_2;
                if (r_R2()) slice_del();
              }
            }
            break;
          case 2:
            v_3 = limit - cursor;
            if (!eq_s_b(u"e")) {
              cursor = limit - v_3;
              slice_del();
            }
            break;
          case 3:
            slice_del();
            ket = cursor;
            v_4 = limit - cursor;
            if (!eq_s_b(u"er")) {
              cursor = limit - v_4;
              if (!eq_s_b(u"en")) break;
            }
            bra = cursor;
            if (r_R1()) slice_del();
            break;
          case 4:
            slice_del();
            ket = cursor;
            among_var = find_among_b(a_3);
            if (among_var) {
              bra = cursor;
              if (r_R2() && among_var == 1) slice_del();
            }
            break;
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
    "de",
    R"(["trimmer-de","stemmer-de"])",
    R"(["stemmer-de"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<GermanStemmer>(word); }};

}  // namespace kbgen::lunr::german
