// Danish: lunr.da.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::danish {

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
    "ad", "af", "alle", "alt", "anden", "at", "blev", "blive", "bliver", "da", "de", "dem", "den",
    "denne", "der", "deres", "det", "dette", "dig", "din", "disse", "dog", "du", "efter", "eller",
    "en", "end", "er", "et", "for", "fra", "ham", "han", "hans", "har", "havde", "have", "hende",
    "hendes", "her", "hos", "hun", "hvad", "hvis", "hvor", "i", "ikke", "ind", "jeg", "jer", "jo",
    "kunne", "man", "mange", "med", "meget", "men", "mig", "min", "mine", "mit", "mod", "ned",
    "noget", "nogle", "nu", "når", "og", "også", "om", "op", "os", "over", "på", "selv", "sig",
    "sin", "sine", "sit", "skal", "skulle", "som", "sådan", "thi", "til", "ud", "under", "var",
    "vi", "vil", "ville", "vor", "være", "været",
};
// clang-format on

class DanishStemmer : public Program {
  static constexpr Among a_0[] = {
      {u"hed", -1, 1},     {u"ethed", 0, 1},   {u"ered", -1, 1},  {u"e", -1, 1},
      {u"erede", 3, 1},    {u"ende", 3, 1},    {u"erende", 5, 1}, {u"ene", 3, 1},
      {u"erne", 3, 1},     {u"ere", 3, 1},     {u"en", -1, 1},    {u"heden", 10, 1},
      {u"eren", 10, 1},    {u"er", -1, 1},     {u"heder", 13, 1}, {u"erer", 13, 1},
      {u"s", -1, 2},       {u"heds", 16, 1},   {u"es", 16, 1},    {u"endes", 18, 1},
      {u"erendes", 19, 1}, {u"enes", 18, 1},   {u"ernes", 18, 1}, {u"eres", 18, 1},
      {u"ens", 16, 1},     {u"hedens", 24, 1}, {u"erens", 24, 1}, {u"ers", 16, 1},
      {u"ets", 16, 1},     {u"erets", 28, 1},  {u"et", -1, 1},    {u"eret", 30, 1}};
  static constexpr Among a_1[] = {
      {u"gd", -1, -1}, {u"dt", -1, -1}, {u"gt", -1, -1}, {u"kt", -1, -1}};
  static constexpr Among a_2[] = {
      {u"ig", -1, 1}, {u"lig", 0, 1}, {u"elig", 1, 1}, {u"els", -1, 1}, {u"løst", -1, 2}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 1, 0, 0, 0,  0, 0,  0,
                                          0,  0,  0,  0, 0, 0, 48, 0, 128};
  static constexpr unsigned char g_s_ending[] = {239, 254, 42, 3, 0, 0, 0, 0, 0,
                                                 0,   0,   0,  0, 0, 0, 0, 16};
  int I_x{};
  int I_p1{};
  std::u16string S_ch{};

  void r_mark_regions() {
    int v_1 = 0, c = cursor + 3;
    I_p1 = limit;
    if (0 <= c && c <= limit) {
      I_x = c;
      while (true) {
        v_1 = cursor;
        if (in_grouping(g_v, 97, 248)) {
          cursor = v_1;
          break;
        }
        cursor = v_1;
        if (v_1 >= limit) return;
        cursor++;
      }
      while (!out_grouping(g_v, 97, 248)) {
        if (cursor >= limit) return;
        cursor++;
      }
      I_p1 = cursor;
      if (I_p1 < I_x) I_p1 = I_x;
    }
  }

  void r_main_suffix() {
    int among_var = 0, v_1 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      among_var = find_among_b(a_0);
      limit_backward = v_1;
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            if (in_grouping_b(g_s_ending, 97, 229)) slice_del();
            break;
        }
      }
    }
  }

  void r_consonant_pair() {
    int v_1 = limit - cursor, v_2 = 0;
    if (cursor >= I_p1) {
      v_2 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      if (find_among_b(a_1)) {
        bra = cursor;
        limit_backward = v_2;
        cursor = limit - v_1;
        if (cursor > limit_backward) {
          cursor--;
          bra = cursor;
          slice_del();
        }
      } else
        limit_backward = v_2;
    }
  }

  void r_other_suffix() {
    int among_var = 0, v_1 = limit - cursor, v_2 = 0, v_3 = 0;
    ket = cursor;
    if (eq_s_b(u"st")) {
      bra = cursor;
      if (eq_s_b(u"ig")) slice_del();
    }
    cursor = limit - v_1;
    if (cursor >= I_p1) {
      v_2 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      among_var = find_among_b(a_2);
      limit_backward = v_2;
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            slice_del();
            v_3 = limit - cursor;
            r_consonant_pair();
            cursor = limit - v_3;
            break;
          case 2:
            slice_from(u"løs");
            break;
        }
      }
    }
  }

  void r_undouble() {
    int v_1 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      if (out_grouping_b(g_v, 97, 248)) {
        bra = cursor;
        S_ch = slice_to();
        limit_backward = v_1;
        if (eq_v_b(S_ch)) slice_del();
      } else
        limit_backward = v_1;
    }
  }

 public:
  void stem() {
    int v_1 = cursor;
    r_mark_regions();
    limit_backward = v_1;
    cursor = limit;
    r_main_suffix();
    cursor = limit;
    r_consonant_pair();
    cursor = limit;
    r_other_suffix();
    cursor = limit;
    r_undouble();
    return;
  }
};

inline constexpr Language language = {
    "da",
    R"(["trimmer-da","stemmer-da"])",
    R"(["stemmer-da"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<DanishStemmer>(word); }};

}  // namespace kbgen::lunr::danish
