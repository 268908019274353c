// Norwegian: lunr.no.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::norwegian {

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
    "alle", "at", "av", "bare", "begge", "ble", "blei", "bli", "blir", "blitt", "både", "båe",
    "da", "de", "deg", "dei", "deim", "deira", "deires", "dem", "den", "denne", "der", "dere",
    "deres", "det", "dette", "di", "din", "disse", "ditt", "du", "dykk", "dykkar", "då", "eg",
    "ein", "eit", "eitt", "eller", "elles", "en", "enn", "er", "et", "ett", "etter", "for",
    "fordi", "fra", "før", "ha", "hadde", "han", "hans", "har", "hennar", "henne", "hennes",
    "her", "hjå", "ho", "hoe", "honom", "hoss", "hossen", "hun", "hva", "hvem", "hver", "hvilke",
    "hvilken", "hvis", "hvor", "hvordan", "hvorfor", "i", "ikke", "ikkje", "ingen", "ingi",
    "inkje", "inn", "inni", "ja", "jeg", "kan", "kom", "korleis", "korso", "kun", "kunne", "kva",
    "kvar", "kvarhelst", "kven", "kvi", "kvifor", "man", "mange", "me", "med", "medan", "meg",
    "meget", "mellom", "men", "mi", "min", "mine", "mitt", "mot", "mykje", "ned", "no", "noe",
    "noen", "noka", "noko", "nokon", "nokor", "nokre", "nå", "når", "og", "også", "om", "opp",
    "oss", "over", "på", "samme", "seg", "selv", "si", "sia", "sidan", "siden", "sin", "sine",
    "sitt", "sjøl", "skal", "skulle", "slik", "so", "som", "somme", "somt", "så", "sånn", "til",
    "um", "upp", "ut", "uten", "var", "vart", "varte", "ved", "vere", "verte", "vi", "vil",
    "ville", "vore", "vors", "vort", "vår", "være", "vært", "å",
};
// clang-format on

class NorwegianStemmer : public Program {
  static constexpr Among a_0[] = {
      {u"a", -1, 1},       {u"e", -1, 1},   {u"ede", 1, 1},     {u"ande", 1, 1},   {u"ende", 1, 1},
      {u"ane", 1, 1},      {u"ene", 1, 1},  {u"hetene", 6, 1},  {u"erte", 1, 3},   {u"en", -1, 1},
      {u"heten", 9, 1},    {u"ar", -1, 1},  {u"er", -1, 1},     {u"heter", 12, 1}, {u"s", -1, 2},
      {u"as", 14, 1},      {u"es", 14, 1},  {u"edes", 16, 1},   {u"endes", 16, 1}, {u"enes", 16, 1},
      {u"hetenes", 19, 1}, {u"ens", 14, 1}, {u"hetens", 21, 1}, {u"ers", 14, 1},   {u"ets", 14, 1},
      {u"et", -1, 1},      {u"het", 25, 1}, {u"ert", -1, 3},    {u"ast", -1, 1}};
  static constexpr Among a_1[] = {{u"dt", -1, -1}, {u"vt", -1, -1}};
  static constexpr Among a_2[] = {{u"leg", -1, 1}, {u"eleg", 0, 1},   {u"ig", -1, 1},
                                  {u"eig", 2, 1},  {u"lig", 2, 1},    {u"elig", 4, 1},
                                  {u"els", -1, 1}, {u"lov", -1, 1},   {u"elov", 7, 1},
                                  {u"slov", 7, 1}, {u"hetslov", 9, 1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 1, 0, 0, 0,  0, 0,  0,
                                          0,  0,  0,  0, 0, 0, 48, 0, 128};
  static constexpr unsigned char g_s_ending[] = {119, 125, 149, 1};
  int I_x{};
  int I_p1{};

  void r_mark_regions() {
    int v_1 = 0, c = cursor + 3;
    I_p1 = limit;
    if (0 <= c || c <= limit) {
      I_x = c;
      while (true) {
        v_1 = cursor;
        if (in_grouping(g_v, 97, 248)) {
          cursor = v_1;
          break;
        }
        if (v_1 >= limit) return;
        cursor = v_1 + 1;
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
    int among_var = 0, v_1 = 0, v_2 = 0;
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
            v_2 = limit - cursor;
            if (in_grouping_b(g_s_ending, 98, 122))
              slice_del();
            else {
              cursor = limit - v_2;
              if (eq_s_b(u"k") && out_grouping_b(g_v, 97, 248)) slice_del();
            }
            break;
          case 3:
            slice_from(u"er");
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
    int among_var = 0, v_1 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      among_var = find_among_b(a_2);
      if (among_var) {
        bra = cursor;
        limit_backward = v_1;
        if (among_var == 1) slice_del();
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
    return;
  }
};

inline constexpr Language language = {
    "no",
    R"(["trimmer-no","stemmer-no"])",
    R"(["stemmer-no"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<NorwegianStemmer>(word); }};

}  // namespace kbgen::lunr::norwegian
