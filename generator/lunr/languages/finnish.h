// Finnish: lunr.fi.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::finnish {

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
    "ei", "eivät", "emme", "en", "et", "ette", "että", "he", "heidän", "heidät", "heihin",
    "heille", "heillä", "heiltä", "heissä", "heistä", "heitä", "hän", "häneen", "hänelle",
    "hänellä", "häneltä", "hänen", "hänessä", "hänestä", "hänet", "häntä", "itse", "ja", "johon",
    "joiden", "joihin", "joiksi", "joilla", "joille", "joilta", "joina", "joissa", "joista",
    "joita", "joka", "joksi", "jolla", "jolle", "jolta", "jona", "jonka", "jos", "jossa", "josta",
    "jota", "jotka", "kanssa", "keiden", "keihin", "keiksi", "keille", "keillä", "keiltä",
    "keinä", "keissä", "keistä", "keitä", "keneen", "keneksi", "kenelle", "kenellä", "keneltä",
    "kenen", "kenenä", "kenessä", "kenestä", "kenet", "ketkä", "ketä", "koska", "kuin", "kuka",
    "kun", "me", "meidän", "meidät", "meihin", "meille", "meillä", "meiltä", "meissä", "meistä",
    "meitä", "mihin", "miksi", "mikä", "mille", "millä", "miltä", "minkä", "minua", "minulla",
    "minulle", "minulta", "minun", "minussa", "minusta", "minut", "minuun", "minä", "missä",
    "mistä", "mitkä", "mitä", "mukaan", "mutta", "ne", "niiden", "niihin", "niiksi", "niille",
    "niillä", "niiltä", "niin", "niinä", "niissä", "niistä", "niitä", "noiden", "noihin",
    "noiksi", "noilla", "noille", "noilta", "noin", "noina", "noissa", "noista", "noita", "nuo",
    "nyt", "näiden", "näihin", "näiksi", "näille", "näillä", "näiltä", "näinä", "näissä",
    "näistä", "näitä", "nämä", "ole", "olemme", "olen", "olet", "olette", "oli", "olimme", "olin",
    "olisi", "olisimme", "olisin", "olisit", "olisitte", "olisivat", "olit", "olitte", "olivat",
    "olla", "olleet", "ollut", "on", "ovat", "poikki", "se", "sekä", "sen", "siihen", "siinä",
    "siitä", "siksi", "sille", "sillä", "siltä", "sinua", "sinulla", "sinulle", "sinulta",
    "sinun", "sinussa", "sinusta", "sinut", "sinuun", "sinä", "sitä", "tai", "te", "teidän",
    "teidät", "teihin", "teille", "teillä", "teiltä", "teissä", "teistä", "teitä", "tuo",
    "tuohon", "tuoksi", "tuolla", "tuolle", "tuolta", "tuon", "tuona", "tuossa", "tuosta",
    "tuota", "tähän", "täksi", "tälle", "tällä", "tältä", "tämä", "tämän", "tänä", "tässä",
    "tästä", "tätä", "vaan", "vai", "vaikka", "yli",
};
// clang-format on

class FinnishStemmer : public Program {
  static constexpr Among a_0[] = {
      {u"pa", -1, 1},  {u"sti", -1, 2},  {u"kaan", -1, 1}, {u"han", -1, 1}, {u"kin", -1, 1},
      {u"hän", -1, 1}, {u"kään", -1, 1}, {u"ko", -1, 1},   {u"pä", -1, 1},  {u"kö", -1, 1}};
  static constexpr Among a_1[] = {{u"lla", -1, -1}, {u"na", -1, -1}, {u"ssa", -1, -1},
                                  {u"ta", -1, -1},  {u"lta", 3, -1}, {u"sta", 3, -1}};
  static constexpr Among a_2[] = {{u"llä", -1, -1}, {u"nä", -1, -1}, {u"ssä", -1, -1},
                                  {u"tä", -1, -1},  {u"ltä", 3, -1}, {u"stä", 3, -1}};
  static constexpr Among a_3[] = {{u"lle", -1, -1}, {u"ine", -1, -1}};
  static constexpr Among a_4[] = {{u"nsa", -1, 3}, {u"mme", -1, 3}, {u"nne", -1, 3},
                                  {u"ni", -1, 2},  {u"si", -1, 1},  {u"an", -1, 4},
                                  {u"en", -1, 6},  {u"än", -1, 5},  {u"nsä", -1, 3}};
  static constexpr Among a_5[] = {{u"aa", -1, -1}, {u"ee", -1, -1}, {u"ii", -1, -1},
                                  {u"oo", -1, -1}, {u"uu", -1, -1}, {u"ää", -1, -1},
                                  {u"öö", -1, -1}};
  static constexpr Among a_6[] = {
      {u"a", -1, 8},        {u"lla", 0, -1},     {u"na", 0, -1},       {u"ssa", 0, -1},
      {u"ta", 0, -1},       {u"lta", 4, -1},     {u"sta", 4, -1},      {u"tta", 4, 9},
      {u"lle", -1, -1},     {u"ine", -1, -1},    {u"ksi", -1, -1},     {u"n", -1, 7},
      {u"han", 11, 1},      {u"den", 11, -1, 1}, {u"seen", 11, -1, 2}, {u"hen", 11, 2},
      {u"tten", 11, -1, 1}, {u"hin", 11, 3},     {u"siin", 11, -1, 1}, {u"hon", 11, 4},
      {u"hän", 11, 5},      {u"hön", 11, 6},     {u"ä", -1, 8},        {u"llä", 22, -1},
      {u"nä", 22, -1},      {u"ssä", 22, -1},    {u"tä", 22, -1},      {u"ltä", 26, -1},
      {u"stä", 26, -1},     {u"ttä", 26, 9}};
  static constexpr Among a_7[] = {
      {u"eja", -1, -1}, {u"mma", -1, 1},   {u"imma", 1, -1}, {u"mpa", -1, 1},  {u"impa", 3, -1},
      {u"mmi", -1, 1},  {u"immi", 5, -1},  {u"mpi", -1, 1},  {u"impi", 7, -1}, {u"ejä", -1, -1},
      {u"mmä", -1, 1},  {u"immä", 10, -1}, {u"mpä", -1, 1},  {u"impä", 12, -1}};
  static constexpr Among a_8[] = {{u"i", -1, -1}, {u"j", -1, -1}};
  static constexpr Among a_9[] = {{u"mma", -1, 1}, {u"imma", 0, -1}};
  static constexpr unsigned char g_AEI[] = {17, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8};
  static constexpr unsigned char g_V1[] = {17, 65, 16, 1, 0, 0, 0, 0, 0, 0,
                                           0,  0,  0,  0, 0, 0, 8, 0, 32};
  static constexpr unsigned char g_V2[] = {17, 65, 16, 0, 0, 0, 0, 0, 0, 0,
                                           0,  0,  0,  0, 0, 0, 8, 0, 32};
  static constexpr unsigned char g_particle_end[] = {17, 97, 24, 1, 0, 0, 0, 0, 0, 0,
                                                     0,  0,  0,  0, 0, 0, 8, 0, 32};
  bool B_ending_removed{};
  std::u16string S_x{};
  int I_p2{};
  int I_p1{};
  bool check(int condition) override {
    switch (condition) {
      case 1:
        return r_VI();
      case 2:
        return r_LONG();
      default:
        return true;
    }
  }

  void r_mark_regions() {
    I_p1 = limit;
    I_p2 = I_p1;
    if (!habr1()) {
      I_p1 = cursor;
      if (!habr1()) I_p2 = cursor;
    }
  }

  bool habr1() {
    int v_1 = 0;
    while (true) {
      v_1 = cursor;
      if (in_grouping(g_V1, 97, 246)) break;
      cursor = v_1;
      if (v_1 >= limit) return true;
      cursor++;
    }
    cursor = v_1;
    while (!out_grouping(g_V1, 97, 246)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    return false;
  }

  bool r_R2() { return I_p2 <= cursor; }

  void r_particle_etc() {
    int among_var = 0, v_1 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      among_var = find_among_b(a_0);
      if (among_var) {
        bra = cursor;
        limit_backward = v_1;
        switch (among_var) {
          case 1:
            if (!in_grouping_b(g_particle_end, 97, 246)) return;
            break;
          case 2:
            if (!r_R2()) return;
            break;
        }
        slice_del();
      } else
        limit_backward = v_1;
    }
  }

  void r_possessive() {
    int among_var = 0, v_1 = 0, v_2 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      among_var = find_among_b(a_4);
      if (among_var) {
        bra = cursor;
        limit_backward = v_1;
        switch (among_var) {
          case 1:
            v_2 = limit - cursor;
            if (!eq_s_b(u"k")) {
              cursor = limit - v_2;
              slice_del();
            }
            break;
          case 2:
            slice_del();
            ket = cursor;
            if (eq_s_b(u"kse")) {
              bra = cursor;
              slice_from(u"ksi");
            }
            break;
          case 3:
            slice_del();
            break;
          case 4:
            if (find_among_b(a_1)) slice_del();
            break;
          case 5:
            if (find_among_b(a_2)) slice_del();
            break;
          case 6:
            if (find_among_b(a_3)) slice_del();
            break;
        }
      } else
        limit_backward = v_1;
    }
  }

  bool r_LONG() { return find_among_b(a_5); }

  bool r_VI() { return eq_s_b(u"i") && in_grouping_b(g_V2, 97, 246); }

  void r_case_ending() {
    int among_var = 0, v_1 = 0, v_2 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      among_var = find_among_b(a_6);
      if (among_var) {
        bra = cursor;
        limit_backward = v_1;
        switch (among_var) {
          case 1:
            if (!eq_s_b(u"a")) return;
            break;
          case 2:
          case 9:
            if (!eq_s_b(u"e")) return;
            break;
          case 3:
            if (!eq_s_b(u"i")) return;
            break;
          case 4:
            if (!eq_s_b(u"o")) return;
            break;
          case 5:
            if (!eq_s_b(u"ä")) return;
            break;
          case 6:
            if (!eq_s_b(u"ö")) return;
            break;
          case 7:
            v_2 = limit - cursor;
            if (!r_LONG()) {
              cursor = limit - v_2;
              if (!eq_s_b(u"ie")) {
                cursor = limit - v_2;
                break;
              }
            }
            cursor = limit - v_2;
            if (cursor <= limit_backward) {
              cursor = limit - v_2;
              break;
            }
            cursor--;
            bra = cursor;
            break;
          case 8:
            if (!in_grouping_b(g_V1, 97, 246) || !out_grouping_b(g_V1, 97, 246)) return;
            break;
        }
        slice_del();
        B_ending_removed = true;
      } else
        limit_backward = v_1;
    }
  }

  void r_other_endings() {
    int among_var = 0, v_1 = 0, v_2 = 0;
    if (cursor >= I_p2) {
      v_1 = limit_backward;
      limit_backward = I_p2;
      ket = cursor;
      among_var = find_among_b(a_7);
      if (among_var) {
        bra = cursor;
        limit_backward = v_1;
        if (among_var == 1) {
          v_2 = limit - cursor;
          if (eq_s_b(u"po")) return;
          cursor = limit - v_2;
        }
        slice_del();
      } else
        limit_backward = v_1;
    }
  }

  void r_i_plural() {
    int v_1 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      if (find_among_b(a_8)) {
        bra = cursor;
        limit_backward = v_1;
        slice_del();
      } else
        limit_backward = v_1;
    }
  }

  void r_t_plural() {
    int among_var = 0, v_1 = 0, v_2 = 0, v_3 = 0, v_4 = 0, v_5 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      ket = cursor;
      if (eq_s_b(u"t")) {
        bra = cursor;
        v_2 = limit - cursor;
        if (in_grouping_b(g_V1, 97, 246)) {
          cursor = limit - v_2;
          slice_del();
          limit_backward = v_1;
          v_3 = limit - cursor;
          if (cursor >= I_p2) {
            cursor = I_p2;
            v_4 = limit_backward;
            limit_backward = cursor;
            cursor = limit - v_3;
            ket = cursor;
            among_var = find_among_b(a_9);
            if (among_var) {
              bra = cursor;
              limit_backward = v_4;
              if (among_var == 1) {
                v_5 = limit - cursor;
                if (eq_s_b(u"po")) return;
                cursor = limit - v_5;
              }
              slice_del();
              return;
            }
          }
        }
      }
      limit_backward = v_1;
    }
  }

  void r_tidy() {
    int v_1 = 0, v_2 = 0, v_3 = 0, v_4 = 0;
    if (cursor >= I_p1) {
      v_1 = limit_backward;
      limit_backward = I_p1;
      v_2 = limit - cursor;
      if (r_LONG()) {
        cursor = limit - v_2;
        ket = cursor;
        if (cursor > limit_backward) {
          cursor--;
          bra = cursor;
          slice_del();
        }
      }
      cursor = limit - v_2;
      ket = cursor;
      if (in_grouping_b(g_AEI, 97, 228)) {
        bra = cursor;
        if (out_grouping_b(g_V1, 97, 246)) slice_del();
      }
      cursor = limit - v_2;
      ket = cursor;
      if (eq_s_b(u"j")) {
        bra = cursor;
        v_3 = limit - cursor;
        if (!eq_s_b(u"o")) {
          cursor = limit - v_3;
          if (eq_s_b(u"u")) slice_del();
        } else
          slice_del();
      }
      cursor = limit - v_2;
      ket = cursor;
      if (eq_s_b(u"o")) {
        bra = cursor;
        if (eq_s_b(u"j")) slice_del();
      }
      cursor = limit - v_2;
      limit_backward = v_1;
      while (true) {
        v_4 = limit - cursor;
        if (out_grouping_b(g_V1, 97, 246)) {
          cursor = limit - v_4;
          break;
        }
        cursor = limit - v_4;
        if (cursor <= limit_backward) return;
        cursor--;
      }
      ket = cursor;
      if (cursor > limit_backward) {
        cursor--;
        bra = cursor;
        S_x = slice_to();
        if (eq_v_b(S_x)) slice_del();
      }
    }
  }

 public:
  void stem() {
    int v_1 = cursor;
    r_mark_regions();
    B_ending_removed = false;
    limit_backward = v_1;
    cursor = limit;
    r_particle_etc();
    cursor = limit;
    r_possessive();
    cursor = limit;
    r_case_ending();
    cursor = limit;
    r_other_endings();
    cursor = limit;
    if (B_ending_removed) {
      r_i_plural();
      cursor = limit;
    } else {
      cursor = limit;
      r_t_plural();
      cursor = limit;
    }
    r_tidy();
    return;
  }
};

inline constexpr Language language = {
    "fi",
    R"(["trimmer-fi","stemmer-fi"])",
    R"(["stemmer-fi"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<FinnishStemmer>(word); }};

}  // namespace kbgen::lunr::finnish
