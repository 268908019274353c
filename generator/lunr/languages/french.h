// French: lunr.fr.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::french {

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
    "ai", "aie", "aient", "aies", "ait", "as", "au", "aura", "aurai", "auraient", "aurais",
    "aurait", "auras", "aurez", "auriez", "aurions", "aurons", "auront", "aux", "avaient",
    "avais", "avait", "avec", "avez", "aviez", "avions", "avons", "ayant", "ayez", "ayons", "c",
    "ce", "ceci", "celà", "ces", "cet", "cette", "d", "dans", "de", "des", "du", "elle", "en",
    "es", "est", "et", "eu", "eue", "eues", "eurent", "eus", "eusse", "eussent", "eusses",
    "eussiez", "eussions", "eut", "eux", "eûmes", "eût", "eûtes", "furent", "fus", "fusse",
    "fussent", "fusses", "fussiez", "fussions", "fut", "fûmes", "fût", "fûtes", "ici", "il",
    "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "lui", "m", "ma", "mais", "me",
    "mes", "moi", "mon", "même", "n", "ne", "nos", "notre", "nous", "on", "ont", "ou", "par",
    "pas", "pour", "qu", "que", "quel", "quelle", "quelles", "quels", "qui", "s", "sa", "sans",
    "se", "sera", "serai", "seraient", "serais", "serait", "seras", "serez", "seriez", "serions",
    "serons", "seront", "ses", "soi", "soient", "sois", "soit", "sommes", "son", "sont", "soyez",
    "soyons", "suis", "sur", "t", "ta", "te", "tes", "toi", "ton", "tu", "un", "une", "vos",
    "votre", "vous", "y", "à", "étaient", "étais", "était", "étant", "étiez", "étions", "été",
    "étée", "étées", "étés", "êtes",
};
// clang-format on

class FrenchStemmer : public Program {
  static constexpr Among a_0[] = {{u"col", -1, -1}, {u"par", -1, -1}, {u"tap", -1, -1}};
  static constexpr Among a_1[] = {{u"", -1, 4}, {u"I", 0, 1}, {u"U", 0, 2}, {u"Y", 0, 3}};
  static constexpr Among a_2[] = {{u"iqU", -1, 3}, {u"abl", -1, 3}, {u"Ièr", -1, 4},
                                  {u"ièr", -1, 4}, {u"eus", -1, 2}, {u"iv", -1, 1}};
  static constexpr Among a_3[] = {{u"ic", -1, 2}, {u"abil", -1, 1}, {u"iv", -1, 3}};
  static constexpr Among a_4[] = {
      {u"iqUe", -1, 1},       {u"atrice", -1, 2},  {u"ance", -1, 1},    {u"ence", -1, 5},
      {u"logie", -1, 3},      {u"able", -1, 1},    {u"isme", -1, 1},    {u"euse", -1, 11},
      {u"iste", -1, 1},       {u"ive", -1, 8},     {u"if", -1, 8},      {u"usion", -1, 4},
      {u"ation", -1, 2},      {u"ution", -1, 4},   {u"ateur", -1, 2},   {u"iqUes", -1, 1},
      {u"atrices", -1, 2},    {u"ances", -1, 1},   {u"ences", -1, 5},   {u"logies", -1, 3},
      {u"ables", -1, 1},      {u"ismes", -1, 1},   {u"euses", -1, 11},  {u"istes", -1, 1},
      {u"ives", -1, 8},       {u"ifs", -1, 8},     {u"usions", -1, 4},  {u"ations", -1, 2},
      {u"utions", -1, 4},     {u"ateurs", -1, 2},  {u"ments", -1, 15},  {u"ements", 30, 6},
      {u"issements", 31, 12}, {u"ités", -1, 7},    {u"ment", -1, 15},   {u"ement", 34, 6},
      {u"issement", 35, 12},  {u"amment", 34, 13}, {u"emment", 34, 14}, {u"aux", -1, 10},
      {u"eaux", 39, 9},       {u"eux", -1, 1},     {u"ité", -1, 7}};
  static constexpr Among a_5[] = {
      {u"ira", -1, 1},     {u"ie", -1, 1},      {u"isse", -1, 1},     {u"issante", -1, 1},
      {u"i", -1, 1},       {u"irai", 4, 1},     {u"ir", -1, 1},       {u"iras", -1, 1},
      {u"ies", -1, 1},     {u"îmes", -1, 1},    {u"isses", -1, 1},    {u"issantes", -1, 1},
      {u"îtes", -1, 1},    {u"is", -1, 1},      {u"irais", 13, 1},    {u"issais", 13, 1},
      {u"irions", -1, 1},  {u"issions", -1, 1}, {u"irons", -1, 1},    {u"issons", -1, 1},
      {u"issants", -1, 1}, {u"it", -1, 1},      {u"irait", 21, 1},    {u"issait", 21, 1},
      {u"issant", -1, 1},  {u"iraIent", -1, 1}, {u"issaIent", -1, 1}, {u"irent", -1, 1},
      {u"issent", -1, 1},  {u"iront", -1, 1},   {u"ît", -1, 1},       {u"iriez", -1, 1},
      {u"issiez", -1, 1},  {u"irez", -1, 1},    {u"issez", -1, 1}};
  static constexpr Among a_6[] = {
      {u"a", -1, 3},     {u"era", 0, 2},     {u"asse", -1, 3},   {u"ante", -1, 3},
      {u"ée", -1, 2},    {u"ai", -1, 3},     {u"erai", 5, 2},    {u"er", -1, 2},
      {u"as", -1, 3},    {u"eras", 8, 2},    {u"âmes", -1, 3},   {u"asses", -1, 3},
      {u"antes", -1, 3}, {u"âtes", -1, 3},   {u"ées", -1, 2},    {u"ais", -1, 3},
      {u"erais", 15, 2}, {u"ions", -1, 1},   {u"erions", 17, 2}, {u"assions", 17, 3},
      {u"erons", -1, 2}, {u"ants", -1, 3},   {u"és", -1, 2},     {u"ait", -1, 3},
      {u"erait", 23, 2}, {u"ant", -1, 3},    {u"aIent", -1, 3},  {u"eraIent", 26, 2},
      {u"èrent", -1, 2}, {u"assent", -1, 3}, {u"eront", -1, 2},  {u"ât", -1, 3},
      {u"ez", -1, 2},    {u"iez", 32, 2},    {u"eriez", 33, 2},  {u"assiez", 33, 3},
      {u"erez", 32, 2},  {u"é", -1, 2}};
  static constexpr Among a_7[] = {{u"e", -1, 3},   {u"Ière", 0, 2}, {u"ière", 0, 2},
                                  {u"ion", -1, 1}, {u"Ier", -1, 2}, {u"ier", -1, 2},
                                  {u"ë", -1, 4}};
  static constexpr Among a_8[] = {
      {u"ell", -1, -1}, {u"eill", -1, -1}, {u"enn", -1, -1}, {u"onn", -1, -1}, {u"ett", -1, -1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 1, 0, 0,   0,   0,   0, 0,
                                          0,  0,  0,  0, 0, 128, 130, 103, 8, 5};
  static constexpr unsigned char g_keep_with_s[] = {1, 65, 20, 0, 0, 0, 0, 0,  0,
                                                    0, 0,  0,  0, 0, 0, 0, 128};
  int I_p2{};
  int I_p1{};
  int I_pV{};

  bool habr1(std::u16string_view c1, std::u16string_view c2, int v_1) {
    if (eq_s(c1)) {
      ket = cursor;
      if (in_grouping(g_v, 97, 251)) {
        slice_from(c2);
        cursor = v_1;
        return true;
      }
    }
    return false;
  }

  bool habr2(std::u16string_view c1, std::u16string_view c2, int v_1) {
    if (eq_s(c1)) {
      ket = cursor;
      slice_from(c2);
      cursor = v_1;
      return true;
    }
    return false;
  }

  void r_prelude() {
    int v_1 = 0, v_2 = 0;
    while (true) {
      v_1 = cursor;
      if (in_grouping(g_v, 97, 251)) {
        bra = cursor;
        v_2 = cursor;
        if (habr1(u"u", u"U", v_1)) continue;
        cursor = v_2;
        if (habr1(u"i", u"I", v_1)) continue;
        cursor = v_2;
        if (habr2(u"y", u"Y", v_1)) continue;
      }
      cursor = v_1;
      bra = v_1;
      if (!habr1(u"y", u"Y", v_1)) {
        cursor = v_1;
        if (eq_s(u"q")) {
          bra = cursor;
          if (habr2(u"u", u"U", v_1)) continue;
        }
        cursor = v_1;
        if (v_1 >= limit) return;
        cursor++;
      }
    }
  }

  bool habr3() {
    while (!in_grouping(g_v, 97, 251)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 251)) {
      if (cursor >= limit) return true;
      cursor++;
    }
    return false;
  }

  void r_mark_regions() {
    int v_1 = cursor;
    I_pV = limit;
    I_p1 = I_pV;
    I_p2 = I_pV;
    if (in_grouping(g_v, 97, 251) && in_grouping(g_v, 97, 251) && cursor < limit)
      cursor++;
    else {
      cursor = v_1;
      if (!find_among(a_0)) {
        cursor = v_1;
        do {
          if (cursor >= limit) {
            cursor = I_pV;
            break;
          }
          cursor++;
        } while (!in_grouping(g_v, 97, 251));
      }
    }
    I_pV = cursor;
    cursor = v_1;
    if (!habr3()) {
      I_p1 = cursor;
      if (!habr3()) I_p2 = cursor;
    }
  }

  void r_postlude() {
    int among_var = 0, v_1 = 0;
    while (true) {
      v_1 = cursor;
      bra = v_1;
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
          slice_from(u"y");
          break;
        case 4:
          if (cursor >= limit) return;
          cursor++;
          break;
      }
    }
  }

  bool r_RV() { return I_pV <= cursor; }

  bool r_R1() { return I_p1 <= cursor; }

  bool r_R2() { return I_p2 <= cursor; }

  bool r_standard_suffix() {
    int among_var = 0, v_1 = 0;
    ket = cursor;
    among_var = find_among_b(a_4);
    if (among_var) {
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
            if (!r_R2())
              slice_from(u"iqU");
            else
              slice_del();
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
          slice_from(u"ent");
          break;
        case 6:
          if (!r_RV()) return false;
          slice_del();
          ket = cursor;
          among_var = find_among_b(a_2);
          if (among_var) {
            bra = cursor;
            switch (among_var) {
              case 1:
                if (r_R2()) {
                  slice_del();
                  ket = cursor;
                  if (eq_s_b(u"at")) {
                    bra = cursor;
                    if (r_R2()) slice_del();
                  }
                }
                break;
              case 2:
                if (r_R2())
                  slice_del();
                else if (r_R1())
                  slice_from(u"eux");
                break;
              case 3:
                if (r_R2()) slice_del();
                break;
              case 4:
                if (r_RV()) slice_from(u"i");
                break;
            }
          }
          break;
        case 7:
          if (!r_R2()) return false;
          slice_del();
          ket = cursor;
          among_var = find_among_b(a_3);
          if (among_var) {
            bra = cursor;
            switch (among_var) {
              case 1:
                if (r_R2())
                  slice_del();
                else
                  slice_from(u"abl");
                break;
              case 2:
                if (r_R2())
                  slice_del();
                else
                  slice_from(u"iqU");
                break;
              case 3:
                if (r_R2()) slice_del();
                break;
            }
          }
          break;
        case 8:
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
                if (r_R2())
                  slice_del();
                else
                  slice_from(u"iqU");
                break;
              }
            }
          }
          break;
        case 9:
          slice_from(u"eau");
          break;
        case 10:
          if (!r_R1()) return false;
          slice_from(u"al");
          break;
        case 11:
          if (r_R2())
            slice_del();
          else if (!r_R1())
            return false;
          else
            slice_from(u"eux");
          break;
        case 12:
          if (!r_R1() || !out_grouping_b(g_v, 97, 251)) return false;
          slice_del();
          break;
        case 13:
          if (r_RV()) slice_from(u"ant");
          return false;
        case 14:
          if (r_RV()) slice_from(u"ent");
          return false;
        case 15:
          v_1 = limit - cursor;
          if (in_grouping_b(g_v, 97, 251) && r_RV()) {
            cursor = limit - v_1;
            slice_del();
          }
          return false;
      }
      return true;
    }
    return false;
  }

  bool r_i_verb_suffix() {
    int among_var = 0, v_1 = 0;
    if (cursor < I_pV) return false;
    v_1 = limit_backward;
    limit_backward = I_pV;
    ket = cursor;
    among_var = find_among_b(a_5);
    if (!among_var) {
      limit_backward = v_1;
      return false;
    }
    bra = cursor;
    if (among_var == 1) {
      if (!out_grouping_b(g_v, 97, 251)) {
        limit_backward = v_1;
        return false;
      }
      slice_del();
    }
    limit_backward = v_1;
    return true;
  }

  bool r_verb_suffix() {
    int among_var = 0, v_2 = 0, v_3 = 0;
    if (cursor < I_pV) return false;
    v_2 = limit_backward;
    limit_backward = I_pV;
    ket = cursor;
    among_var = find_among_b(a_6);
    if (!among_var) {
      limit_backward = v_2;
      return false;
    }
    bra = cursor;
    switch (among_var) {
      case 1:
        if (!r_R2()) {
          limit_backward = v_2;
          return false;
        }
        slice_del();
        break;
      case 2:
        slice_del();
        break;
      case 3:
        slice_del();
        v_3 = limit - cursor;
        ket = cursor;
        if (eq_s_b(u"e")) {
          bra = cursor;
          slice_del();
        } else
          cursor = limit - v_3;
        break;
    }
    limit_backward = v_2;
    return true;
  }

  void r_residual_suffix() {
    int among_var = 0, v_1 = limit - cursor, v_2 = 0, v_4 = 0, v_5 = 0;
    ket = cursor;
    if (eq_s_b(u"s")) {
      bra = cursor;
      v_2 = limit - cursor;
      if (out_grouping_b(g_keep_with_s, 97, 232)) {
        cursor = limit - v_2;
        slice_del();
      } else
        cursor = limit - v_1;
    } else
      cursor = limit - v_1;
    if (cursor >= I_pV) {
      v_4 = limit_backward;
      limit_backward = I_pV;
      ket = cursor;
      among_var = find_among_b(a_7);
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            if (r_R2()) {
              v_5 = limit - cursor;
              if (!eq_s_b(u"s")) {
                cursor = limit - v_5;
                if (!eq_s_b(u"t")) break;
              }
              slice_del();
            }
            break;
          case 2:
            slice_from(u"i");
            break;
          case 3:
            slice_del();
            break;
          case 4:
            if (eq_s_b(u"gu")) slice_del();
            break;
        }
      }
      limit_backward = v_4;
    }
  }

  void r_un_double() {
    int v_1 = limit - cursor;
    if (find_among_b(a_8)) {
      cursor = limit - v_1;
      ket = cursor;
      if (cursor > limit_backward) {
        cursor--;
        bra = cursor;
        slice_del();
      }
    }
  }

  void r_un_accent() {
    int v_1 = 0, v_2 = 1;
    while (out_grouping_b(g_v, 97, 251)) v_2--;
    if (v_2 <= 0) {
      ket = cursor;
      v_1 = limit - cursor;
      if (!eq_s_b(u"é")) {
        cursor = limit - v_1;
        if (!eq_s_b(u"è")) return;
      }
      bra = cursor;
      slice_from(u"e");
    }
  }

  void habr5() {
    if (!r_standard_suffix()) {
      cursor = limit;
      if (!r_i_verb_suffix()) {
        cursor = limit;
        if (!r_verb_suffix()) {
          cursor = limit;
          r_residual_suffix();
          return;
        }
      }
    }
    cursor = limit;
    ket = cursor;
    if (eq_s_b(u"Y")) {
      bra = cursor;
      slice_from(u"i");
    } else {
      cursor = limit;
      if (eq_s_b(u"ç")) {
        bra = cursor;
        slice_from(u"c");
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
    habr5();
    cursor = limit;
    r_un_double();
    cursor = limit;
    r_un_accent();
    cursor = limit_backward;
    r_postlude();
    return;
  }
};

inline constexpr snowball::FoldRow folds[] = {
    {u"àáâäÀÁÂÄ", u"a"}, {u"çÇ", u"c"}, {u"éèêëÉÈÊË", u"e"}, {u"îïÎÏ", u"i"}, {u"ôöÔÖ", u"o"},
    {u"ùûüÙÛÜ", u"u"},   {u"Ÿÿ", u"y"}, {u"æÆ", u"ae"},      {u"œŒ", u"oe"}};

inline constexpr std::string_view elisions[] = {"jusqu'", "lorsqu'", "puisqu'", "quoiqu'", "qu'",
                                                "l'",     "d'",      "j'",      "n'",      "m'",
                                                "t'",     "s'",      "c'"};

inline constexpr Language language = {
    "fr",
    R"(["trimmer-fr","accentFold-fr","stemmer-fr"])",
    R"(["accentFold-fr","stemmer-fr"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<FrenchStemmer>(word, folds); },
    true,
    elisions};

}  // namespace kbgen::lunr::french
