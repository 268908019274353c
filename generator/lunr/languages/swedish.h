// Swedish: lunr.sv.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::swedish {

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
    "alla", "allt", "att", "av", "blev", "bli", "blir", "blivit", "de", "dem", "den", "denna",
    "deras", "dess", "dessa", "det", "detta", "dig", "din", "dina", "ditt", "du", "där", "då",
    "efter", "ej", "eller", "en", "er", "era", "ert", "ett", "från", "för", "ha", "hade", "han",
    "hans", "har", "henne", "hennes", "hon", "honom", "hur", "här", "i", "icke", "ingen", "inom",
    "inte", "jag", "ju", "kan", "kunde", "man", "med", "mellan", "men", "mig", "min", "mina",
    "mitt", "mot", "mycket", "ni", "nu", "när", "någon", "något", "några", "och", "om", "oss",
    "på", "samma", "sedan", "sig", "sin", "sina", "sitta", "själv", "skulle", "som", "så",
    "sådan", "sådana", "sådant", "till", "under", "upp", "ut", "utan", "vad", "var", "vara",
    "varför", "varit", "varje", "vars", "vart", "vem", "vi", "vid", "vilka", "vilkas", "vilken",
    "vilket", "vår", "våra", "vårt", "än", "är", "åt", "över",
};
// clang-format on

class SwedishStemmer : public Program {
  static constexpr Among a_0[] = {
      {u"a", -1, 1},     {u"arna", 0, 1},   {u"erna", 0, 1},   {u"heterna", 2, 1},
      {u"orna", 0, 1},   {u"ad", -1, 1},    {u"e", -1, 1},     {u"ade", 6, 1},
      {u"ande", 6, 1},   {u"arne", 6, 1},   {u"are", 6, 1},    {u"aste", 6, 1},
      {u"en", -1, 1},    {u"anden", 12, 1}, {u"aren", 12, 1},  {u"heten", 12, 1},
      {u"ern", -1, 1},   {u"ar", -1, 1},    {u"er", -1, 1},    {u"heter", 18, 1},
      {u"or", -1, 1},    {u"s", -1, 2},     {u"as", 21, 1},    {u"arnas", 22, 1},
      {u"ernas", 22, 1}, {u"ornas", 22, 1}, {u"es", 21, 1},    {u"ades", 26, 1},
      {u"andes", 26, 1}, {u"ens", 21, 1},   {u"arens", 29, 1}, {u"hetens", 29, 1},
      {u"erns", 21, 1},  {u"at", -1, 1},    {u"andet", -1, 1}, {u"het", -1, 1},
      {u"ast", -1, 1}};
  static constexpr Among a_1[] = {{u"dd", -1, -1}, {u"gd", -1, -1}, {u"nn", -1, -1},
                                  {u"dt", -1, -1}, {u"gt", -1, -1}, {u"kt", -1, -1},
                                  {u"tt", -1, -1}};
  static constexpr Among a_2[] = {
      {u"ig", -1, 1}, {u"lig", 0, 1}, {u"els", -1, 1}, {u"fullt", -1, 3}, {u"löst", -1, 2}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 1, 0, 0, 0,  0, 0, 0,
                                          0,  0,  0,  0, 0, 0, 24, 0, 32};
  static constexpr unsigned char g_s_ending[] = {119, 127, 149};
  int I_x{};
  int I_p1{};

  void r_mark_regions() {
    int v_1 = 0, c = cursor + 3;
    I_p1 = limit;
    if (0 <= c || c <= limit) {
      I_x = c;
      while (true) {
        v_1 = cursor;
        if (in_grouping(g_v, 97, 246)) {
          cursor = v_1;
          break;
        }
        cursor = v_1;
        if (cursor >= limit) return;
        cursor++;
      }
      while (!out_grouping(g_v, 97, 246)) {
        if (cursor >= limit) return;
        cursor++;
      }
      I_p1 = cursor;
      if (I_p1 < I_x) I_p1 = I_x;
    }
  }

  void r_main_suffix() {
    int among_var = 0, v_2 = limit_backward;
    if (cursor >= I_p1) {
      limit_backward = I_p1;
      cursor = limit;
      ket = cursor;
      among_var = find_among_b(a_0);
      limit_backward = v_2;
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            if (in_grouping_b(g_s_ending, 98, 121)) slice_del();
            break;
        }
      }
    }
  }

  void r_consonant_pair() {
    int v_1 = limit_backward;
    if (cursor >= I_p1) {
      limit_backward = I_p1;
      cursor = limit;
      if (find_among_b(a_1)) {
        cursor = limit;
        ket = cursor;
        if (cursor > limit_backward) {
          bra = --cursor;
          slice_del();
        }
      }
      limit_backward = v_1;
    }
  }

  void r_other_suffix() {
    int among_var = 0, v_2 = 0;
    if (cursor >= I_p1) {
      v_2 = limit_backward;
      limit_backward = I_p1;
      cursor = limit;
      ket = cursor;
      among_var = find_among_b(a_2);
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            slice_del();
            break;
          case 2:
            slice_from(u"lös");
            break;
          case 3:
            slice_from(u"full");
            break;
        }
      }
      limit_backward = v_2;
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
    "sv",
    R"(["trimmer-sv","stemmer-sv"])",
    R"(["stemmer-sv"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<SwedishStemmer>(word); }};

}  // namespace kbgen::lunr::swedish
