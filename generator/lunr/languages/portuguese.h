// Portuguese: lunr.pt.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::portuguese {

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
    "a", "ao", "aos", "aquela", "aquelas", "aquele", "aqueles", "aquilo", "as", "até", "com",
    "como", "da", "das", "de", "dela", "delas", "dele", "deles", "depois", "do", "dos", "e",
    "ela", "elas", "ele", "eles", "em", "entre", "era", "eram", "essa", "essas", "esse", "esses",
    "esta", "estamos", "estas", "estava", "estavam", "este", "esteja", "estejam", "estejamos",
    "estes", "esteve", "estive", "estivemos", "estiver", "estivera", "estiveram", "estiverem",
    "estivermos", "estivesse", "estivessem", "estivéramos", "estivéssemos", "estou", "está",
    "estávamos", "estão", "eu", "foi", "fomos", "for", "fora", "foram", "forem", "formos",
    "fosse", "fossem", "fui", "fôramos", "fôssemos", "haja", "hajam", "hajamos", "havemos", "hei",
    "houve", "houvemos", "houver", "houvera", "houveram", "houverei", "houverem", "houveremos",
    "houveria", "houveriam", "houvermos", "houverá", "houverão", "houveríamos", "houvesse",
    "houvessem", "houvéramos", "houvéssemos", "há", "hão", "isso", "isto", "já", "lhe", "lhes",
    "mais", "mas", "me", "mesmo", "meu", "meus", "minha", "minhas", "muito", "na", "nas", "nem",
    "no", "nos", "nossa", "nossas", "nosso", "nossos", "num", "numa", "não", "nós", "o", "os",
    "ou", "para", "pela", "pelas", "pelo", "pelos", "por", "qual", "quando", "que", "quem", "se",
    "seja", "sejam", "sejamos", "sem", "serei", "seremos", "seria", "seriam", "será", "serão",
    "seríamos", "seu", "seus", "somos", "sou", "sua", "suas", "são", "só", "também", "te", "tem",
    "temos", "tenha", "tenham", "tenhamos", "tenho", "terei", "teremos", "teria", "teriam",
    "terá", "terão", "teríamos", "teu", "teus", "teve", "tinha", "tinham", "tive", "tivemos",
    "tiver", "tivera", "tiveram", "tiverem", "tivermos", "tivesse", "tivessem", "tivéramos",
    "tivéssemos", "tu", "tua", "tuas", "tém", "tínhamos", "um", "uma", "você", "vocês", "vos",
    "à", "às", "éramos",
};
// clang-format on

class PortugueseStemmer : public Program {
  static constexpr Among a_0[] = {{u"", -1, 3}, {u"ã", 0, 1}, {u"õ", 0, 2}};
  static constexpr Among a_1[] = {{u"", -1, 3}, {u"a~", 0, 1}, {u"o~", 0, 2}};
  static constexpr Among a_2[] = {
      {u"ic", -1, -1}, {u"ad", -1, -1}, {u"os", -1, -1}, {u"iv", -1, 1}};
  static constexpr Among a_3[] = {{u"ante", -1, 1}, {u"avel", -1, 1}, {u"ível", -1, 1}};
  static constexpr Among a_4[] = {{u"ic", -1, 1}, {u"abil", -1, 1}, {u"iv", -1, 1}};
  static constexpr Among a_5[] = {
      {u"ica", -1, 1},    {u"ância", -1, 1},  {u"ência", -1, 4},   {u"ira", -1, 9},
      {u"adora", -1, 1},  {u"osa", -1, 1},    {u"ista", -1, 1},    {u"iva", -1, 8},
      {u"eza", -1, 1},    {u"logía", -1, 2},  {u"idade", -1, 7},   {u"ante", -1, 1},
      {u"mente", -1, 6},  {u"amente", 12, 5}, {u"ável", -1, 1},    {u"ível", -1, 1},
      {u"ución", -1, 3},  {u"ico", -1, 1},    {u"ismo", -1, 1},    {u"oso", -1, 1},
      {u"amento", -1, 1}, {u"imento", -1, 1}, {u"ivo", -1, 8},     {u"aça~o", -1, 1},
      {u"ador", -1, 1},   {u"icas", -1, 1},   {u"ências", -1, 4},  {u"iras", -1, 9},
      {u"adoras", -1, 1}, {u"osas", -1, 1},   {u"istas", -1, 1},   {u"ivas", -1, 8},
      {u"ezas", -1, 1},   {u"logías", -1, 2}, {u"idades", -1, 7},  {u"uciones", -1, 3},
      {u"adores", -1, 1}, {u"antes", -1, 1},  {u"aço~es", -1, 1},  {u"icos", -1, 1},
      {u"ismos", -1, 1},  {u"osos", -1, 1},   {u"amentos", -1, 1}, {u"imentos", -1, 1},
      {u"ivos", -1, 8}};
  static constexpr Among a_6[] = {
      {u"ada", -1, 1},     {u"ida", -1, 1},     {u"ia", -1, 1},      {u"aria", 2, 1},
      {u"eria", 2, 1},     {u"iria", 2, 1},     {u"ara", -1, 1},     {u"era", -1, 1},
      {u"ira", -1, 1},     {u"ava", -1, 1},     {u"asse", -1, 1},    {u"esse", -1, 1},
      {u"isse", -1, 1},    {u"aste", -1, 1},    {u"este", -1, 1},    {u"iste", -1, 1},
      {u"ei", -1, 1},      {u"arei", 16, 1},    {u"erei", 16, 1},    {u"irei", 16, 1},
      {u"am", -1, 1},      {u"iam", 20, 1},     {u"ariam", 21, 1},   {u"eriam", 21, 1},
      {u"iriam", 21, 1},   {u"aram", 20, 1},    {u"eram", 20, 1},    {u"iram", 20, 1},
      {u"avam", 20, 1},    {u"em", -1, 1},      {u"arem", 29, 1},    {u"erem", 29, 1},
      {u"irem", 29, 1},    {u"assem", 29, 1},   {u"essem", 29, 1},   {u"issem", 29, 1},
      {u"ado", -1, 1},     {u"ido", -1, 1},     {u"ando", -1, 1},    {u"endo", -1, 1},
      {u"indo", -1, 1},    {u"ara~o", -1, 1},   {u"era~o", -1, 1},   {u"ira~o", -1, 1},
      {u"ar", -1, 1},      {u"er", -1, 1},      {u"ir", -1, 1},      {u"as", -1, 1},
      {u"adas", 47, 1},    {u"idas", 47, 1},    {u"ias", 47, 1},     {u"arias", 50, 1},
      {u"erias", 50, 1},   {u"irias", 50, 1},   {u"aras", 47, 1},    {u"eras", 47, 1},
      {u"iras", 47, 1},    {u"avas", 47, 1},    {u"es", -1, 1},      {u"ardes", 58, 1},
      {u"erdes", 58, 1},   {u"irdes", 58, 1},   {u"ares", 58, 1},    {u"eres", 58, 1},
      {u"ires", 58, 1},    {u"asses", 58, 1},   {u"esses", 58, 1},   {u"isses", 58, 1},
      {u"astes", 58, 1},   {u"estes", 58, 1},   {u"istes", 58, 1},   {u"is", -1, 1},
      {u"ais", 71, 1},     {u"eis", 71, 1},     {u"areis", 73, 1},   {u"ereis", 73, 1},
      {u"ireis", 73, 1},   {u"áreis", 73, 1},   {u"éreis", 73, 1},   {u"íreis", 73, 1},
      {u"ásseis", 73, 1},  {u"ésseis", 73, 1},  {u"ísseis", 73, 1},  {u"áveis", 73, 1},
      {u"íeis", 73, 1},    {u"aríeis", 84, 1},  {u"eríeis", 84, 1},  {u"iríeis", 84, 1},
      {u"ados", -1, 1},    {u"idos", -1, 1},    {u"amos", -1, 1},    {u"áramos", 90, 1},
      {u"éramos", 90, 1},  {u"íramos", 90, 1},  {u"ávamos", 90, 1},  {u"íamos", 90, 1},
      {u"aríamos", 95, 1}, {u"eríamos", 95, 1}, {u"iríamos", 95, 1}, {u"emos", -1, 1},
      {u"aremos", 99, 1},  {u"eremos", 99, 1},  {u"iremos", 99, 1},  {u"ássemos", 99, 1},
      {u"êssemos", 99, 1}, {u"íssemos", 99, 1}, {u"imos", -1, 1},    {u"armos", -1, 1},
      {u"ermos", -1, 1},   {u"irmos", -1, 1},   {u"ámos", -1, 1},    {u"arás", -1, 1},
      {u"erás", -1, 1},    {u"irás", -1, 1},    {u"eu", -1, 1},      {u"iu", -1, 1},
      {u"ou", -1, 1},      {u"ará", -1, 1},     {u"erá", -1, 1},     {u"irá", -1, 1}};
  static constexpr Among a_7[] = {{u"a", -1, 1}, {u"i", -1, 1}, {u"o", -1, 1}, {u"os", -1, 1},
                                  {u"á", -1, 1}, {u"í", -1, 1}, {u"ó", -1, 1}};
  static constexpr Among a_8[] = {{u"e", -1, 1}, {u"ç", -1, 2}, {u"é", -1, 1}, {u"ê", -1, 1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 0, 0, 0, 0, 0,  0,  0,
                                          0,  0,  0,  0, 0, 0, 3, 19, 12, 2};
  int I_p2{};
  int I_p1{};
  int I_pV{};

  void r_prelude() {
    int among_var = 0;
    while (true) {
      bra = cursor;
      among_var = find_among(a_0);
      if (among_var) {
        ket = cursor;
        switch (among_var) {
          case 1:
            slice_from(u"a~");
            continue;
          case 2:
            slice_from(u"o~");
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

  bool habr2() {
    if (out_grouping(g_v, 97, 250)) {
      while (!in_grouping(g_v, 97, 250)) {
        if (cursor >= limit) return true;
        cursor++;
      }
      return false;
    }
    return true;
  }

  bool habr3() {
    if (in_grouping(g_v, 97, 250)) {
      while (!out_grouping(g_v, 97, 250)) {
        if (cursor >= limit) return false;
        cursor++;
      }
    }
    I_pV = cursor;
    return true;
  }

  void habr4() {
    int v_1 = cursor, v_2 = 0, v_3 = 0;
    if (in_grouping(g_v, 97, 250)) {
      v_2 = cursor;
      if (habr2()) {
        cursor = v_2;
        if (habr3()) return;
      } else
        I_pV = cursor;
    }
    cursor = v_1;
    if (out_grouping(g_v, 97, 250)) {
      v_3 = cursor;
      if (habr2()) {
        cursor = v_3;
        if (!in_grouping(g_v, 97, 250) || cursor >= limit) return;
        cursor++;
      }
      I_pV = cursor;
    }
  }

  bool habr5() {
    while (!in_grouping(g_v, 97, 250)) {
      if (cursor >= limit) return false;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 250)) {
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
      if (among_var) {
        ket = cursor;
        switch (among_var) {
          case 1:
            slice_from(u"ã");
            continue;
          case 2:
            slice_from(u"õ");
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

  bool r_standard_suffix() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_5);
    if (!among_var) return false;
    bra = cursor;
    switch (among_var) {
      case 1:
        if (!r_R2()) return false;
        slice_del();
        break;
      case 2:
        if (!r_R2()) return false;
        slice_from(u"log");
        break;
      case 3:
        if (!r_R2()) return false;
        slice_from(u"u");
        break;
      case 4:
        if (!r_R2()) return false;
        slice_from(u"ente");
        break;
      case 5:
        if (!r_R1()) return false;
        slice_del();
        ket = cursor;
        among_var = find_among_b(a_2);
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
      case 6:
        if (!r_R2()) return false;
        slice_del();
        ket = cursor;
        among_var = find_among_b(a_3);
        if (among_var) {
          bra = cursor;
          if (among_var == 1)
            if (r_R2()) slice_del();
        }
        break;
      case 7:
        if (!r_R2()) return false;
        slice_del();
        ket = cursor;
        among_var = find_among_b(a_4);
        if (among_var) {
          bra = cursor;
          if (among_var == 1)
            if (r_R2()) slice_del();
        }
        break;
      case 8:
        if (!r_R2()) return false;
        slice_del();
        ket = cursor;
        if (eq_s_b(u"at")) {
          bra = cursor;
          if (r_R2()) slice_del();
        }
        break;
      case 9:
        if (!r_RV() || !eq_s_b(u"e")) return false;
        slice_from(u"ir");
        break;
    }
    return true;
  }

  bool r_verb_suffix() {
    int among_var = 0, v_1 = 0;
    if (cursor >= I_pV) {
      v_1 = limit_backward;
      limit_backward = I_pV;
      ket = cursor;
      among_var = find_among_b(a_6);
      if (among_var) {
        bra = cursor;
        if (among_var == 1) slice_del();
        limit_backward = v_1;
        return true;
      }
      limit_backward = v_1;
    }
    return false;
  }

  void r_residual_suffix() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_7);
    if (among_var) {
      bra = cursor;
      if (among_var == 1)
        if (r_RV()) slice_del();
    }
  }

  bool habr6(std::u16string_view c1, std::u16string_view c2) {
    if (eq_s_b(c1)) {
      bra = cursor;
      int v_1 = limit - cursor;
      if (eq_s_b(c2)) {
        cursor = limit - v_1;
        if (r_RV()) slice_del();
        return false;
      }
    }
    return true;
  }

  void r_residual_form() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_8);
    if (among_var) {
      bra = cursor;
      switch (among_var) {
        case 1:
          if (r_RV()) {
            slice_del();
            ket = cursor;

            if (habr6(u"u", u"g")) habr6(u"i", u"c");
          }
          break;
        case 2:
          slice_from(u"c");
          break;
      }
    }
  }

  void habr1() {
    if (!r_standard_suffix()) {
      cursor = limit;
      if (!r_verb_suffix()) {
        cursor = limit;
        r_residual_suffix();
        return;
      }
    }
    cursor = limit;
    ket = cursor;
    if (eq_s_b(u"i")) {
      bra = cursor;
      if (eq_s_b(u"c")) {
        cursor = limit;
        if (r_RV()) slice_del();
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
    habr1();
    cursor = limit;
    r_residual_form();
    cursor = limit_backward;
    r_postlude();
    return;
  }
};

inline constexpr Language language = {
    "pt",
    R"(["trimmer-pt","stemmer-pt"])",
    R"(["stemmer-pt"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<PortugueseStemmer>(word); }};

}  // namespace kbgen::lunr::portuguese
