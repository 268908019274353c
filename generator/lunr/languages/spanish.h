// Spanish: lunr.es.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Mihai Valentin; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
#include "lunr/languages/snowball.h"

namespace kbgen::lunr::spanish {

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
    "a", "al", "algo", "algunas", "algunos", "ante", "antes", "como", "con", "contra", "cual",
    "cuando", "de", "del", "desde", "donde", "durante", "e", "el", "ella", "ellas", "ellos", "en",
    "entre", "era", "erais", "eran", "eras", "eres", "es", "esa", "esas", "ese", "eso", "esos",
    "esta", "estaba", "estabais", "estaban", "estabas", "estad", "estada", "estadas", "estado",
    "estados", "estamos", "estando", "estar", "estaremos", "estará", "estarán", "estarás",
    "estaré", "estaréis", "estaría", "estaríais", "estaríamos", "estarían", "estarías", "estas",
    "este", "estemos", "esto", "estos", "estoy", "estuve", "estuviera", "estuvierais",
    "estuvieran", "estuvieras", "estuvieron", "estuviese", "estuvieseis", "estuviesen",
    "estuvieses", "estuvimos", "estuviste", "estuvisteis", "estuviéramos", "estuviésemos",
    "estuvo", "está", "estábamos", "estáis", "están", "estás", "esté", "estéis", "estén", "estés",
    "fue", "fuera", "fuerais", "fueran", "fueras", "fueron", "fuese", "fueseis", "fuesen",
    "fueses", "fui", "fuimos", "fuiste", "fuisteis", "fuéramos", "fuésemos", "ha", "habida",
    "habidas", "habido", "habidos", "habiendo", "habremos", "habrá", "habrán", "habrás", "habré",
    "habréis", "habría", "habríais", "habríamos", "habrían", "habrías", "habéis", "había",
    "habíais", "habíamos", "habían", "habías", "han", "has", "hasta", "hay", "haya", "hayamos",
    "hayan", "hayas", "hayáis", "he", "hemos", "hube", "hubiera", "hubierais", "hubieran",
    "hubieras", "hubieron", "hubiese", "hubieseis", "hubiesen", "hubieses", "hubimos", "hubiste",
    "hubisteis", "hubiéramos", "hubiésemos", "hubo", "la", "las", "le", "les", "lo", "los", "me",
    "mi", "mis", "mucho", "muchos", "muy", "más", "mí", "mía", "mías", "mío", "míos", "nada",
    "ni", "no", "nos", "nosotras", "nosotros", "nuestra", "nuestras", "nuestro", "nuestros", "o",
    "os", "otra", "otras", "otro", "otros", "para", "pero", "poco", "por", "porque", "que",
    "quien", "quienes", "qué", "se", "sea", "seamos", "sean", "seas", "seremos", "será", "serán",
    "serás", "seré", "seréis", "sería", "seríais", "seríamos", "serían", "serías", "seáis",
    "sido", "siendo", "sin", "sobre", "sois", "somos", "son", "soy", "su", "sus", "suya", "suyas",
    "suyo", "suyos", "sí", "también", "tanto", "te", "tendremos", "tendrá", "tendrán", "tendrás",
    "tendré", "tendréis", "tendría", "tendríais", "tendríamos", "tendrían", "tendrías", "tened",
    "tenemos", "tenga", "tengamos", "tengan", "tengas", "tengo", "tengáis", "tenida", "tenidas",
    "tenido", "tenidos", "teniendo", "tenéis", "tenía", "teníais", "teníamos", "tenían", "tenías",
    "ti", "tiene", "tienen", "tienes", "todo", "todos", "tu", "tus", "tuve", "tuviera",
    "tuvierais", "tuvieran", "tuvieras", "tuvieron", "tuviese", "tuvieseis", "tuviesen",
    "tuvieses", "tuvimos", "tuviste", "tuvisteis", "tuviéramos", "tuviésemos", "tuvo", "tuya",
    "tuyas", "tuyo", "tuyos", "tú", "un", "una", "uno", "unos", "vosotras", "vosotros", "vuestra",
    "vuestras", "vuestro", "vuestros", "y", "ya", "yo", "él", "éramos",
};
// clang-format on

class SpanishStemmer : public Program {
  static constexpr Among a_0[] = {{u"", -1, 6}, {u"á", 0, 1}, {u"é", 0, 2},
                                  {u"í", 0, 3}, {u"ó", 0, 4}, {u"ú", 0, 5}};
  static constexpr Among a_1[] = {
      {u"la", -1, -1},  {u"sela", 0, -1},   {u"le", -1, -1},  {u"me", -1, -1},   {u"se", -1, -1},
      {u"lo", -1, -1},  {u"selo", 5, -1},   {u"las", -1, -1}, {u"selas", 7, -1}, {u"les", -1, -1},
      {u"los", -1, -1}, {u"selos", 10, -1}, {u"nos", -1, -1}};
  static constexpr Among a_2[] = {{u"ando", -1, 6}, {u"iendo", -1, 6}, {u"yendo", -1, 7},
                                  {u"ándo", -1, 2}, {u"iéndo", -1, 1}, {u"ar", -1, 6},
                                  {u"er", -1, 6},   {u"ir", -1, 6},    {u"ár", -1, 3},
                                  {u"ér", -1, 4},   {u"ír", -1, 5}};
  static constexpr Among a_3[] = {
      {u"ic", -1, -1}, {u"ad", -1, -1}, {u"os", -1, -1}, {u"iv", -1, 1}};
  static constexpr Among a_4[] = {{u"able", -1, 1}, {u"ible", -1, 1}, {u"ante", -1, 1}};
  static constexpr Among a_5[] = {{u"ic", -1, 1}, {u"abil", -1, 1}, {u"iv", -1, 1}};
  static constexpr Among a_6[] = {
      {u"ica", -1, 1},      {u"ancia", -1, 2},   {u"encia", -1, 5},  {u"adora", -1, 2},
      {u"osa", -1, 1},      {u"ista", -1, 1},    {u"iva", -1, 9},    {u"anza", -1, 1},
      {u"logía", -1, 3},    {u"idad", -1, 8},    {u"able", -1, 1},   {u"ible", -1, 1},
      {u"ante", -1, 2},     {u"mente", -1, 7},   {u"amente", 13, 6}, {u"ación", -1, 2},
      {u"ución", -1, 4},    {u"ico", -1, 1},     {u"ismo", -1, 1},   {u"oso", -1, 1},
      {u"amiento", -1, 1},  {u"imiento", -1, 1}, {u"ivo", -1, 9},    {u"ador", -1, 2},
      {u"icas", -1, 1},     {u"ancias", -1, 2},  {u"encias", -1, 5}, {u"adoras", -1, 2},
      {u"osas", -1, 1},     {u"istas", -1, 1},   {u"ivas", -1, 9},   {u"anzas", -1, 1},
      {u"logías", -1, 3},   {u"idades", -1, 8},  {u"ables", -1, 1},  {u"ibles", -1, 1},
      {u"aciones", -1, 2},  {u"uciones", -1, 4}, {u"adores", -1, 2}, {u"antes", -1, 2},
      {u"icos", -1, 1},     {u"ismos", -1, 1},   {u"osos", -1, 1},   {u"amientos", -1, 1},
      {u"imientos", -1, 1}, {u"ivos", -1, 9}};
  static constexpr Among a_7[] = {{u"ya", -1, 1},   {u"ye", -1, 1},    {u"yan", -1, 1},
                                  {u"yen", -1, 1},  {u"yeron", -1, 1}, {u"yendo", -1, 1},
                                  {u"yo", -1, 1},   {u"yas", -1, 1},   {u"yes", -1, 1},
                                  {u"yais", -1, 1}, {u"yamos", -1, 1}, {u"yó", -1, 1}};
  static constexpr Among a_8[] = {
      {u"aba", -1, 2},     {u"ada", -1, 2},     {u"ida", -1, 2},    {u"ara", -1, 2},
      {u"iera", -1, 2},    {u"ía", -1, 2},      {u"aría", 5, 2},    {u"ería", 5, 2},
      {u"iría", 5, 2},     {u"ad", -1, 2},      {u"ed", -1, 2},     {u"id", -1, 2},
      {u"ase", -1, 2},     {u"iese", -1, 2},    {u"aste", -1, 2},   {u"iste", -1, 2},
      {u"an", -1, 2},      {u"aban", 16, 2},    {u"aran", 16, 2},   {u"ieran", 16, 2},
      {u"ían", 16, 2},     {u"arían", 20, 2},   {u"erían", 20, 2},  {u"irían", 20, 2},
      {u"en", -1, 1},      {u"asen", 24, 2},    {u"iesen", 24, 2},  {u"aron", -1, 2},
      {u"ieron", -1, 2},   {u"arán", -1, 2},    {u"erán", -1, 2},   {u"irán", -1, 2},
      {u"ado", -1, 2},     {u"ido", -1, 2},     {u"ando", -1, 2},   {u"iendo", -1, 2},
      {u"ar", -1, 2},      {u"er", -1, 2},      {u"ir", -1, 2},     {u"as", -1, 2},
      {u"abas", 39, 2},    {u"adas", 39, 2},    {u"idas", 39, 2},   {u"aras", 39, 2},
      {u"ieras", 39, 2},   {u"ías", 39, 2},     {u"arías", 45, 2},  {u"erías", 45, 2},
      {u"irías", 45, 2},   {u"es", -1, 1},      {u"ases", 49, 2},   {u"ieses", 49, 2},
      {u"abais", -1, 2},   {u"arais", -1, 2},   {u"ierais", -1, 2}, {u"íais", -1, 2},
      {u"aríais", 55, 2},  {u"eríais", 55, 2},  {u"iríais", 55, 2}, {u"aseis", -1, 2},
      {u"ieseis", -1, 2},  {u"asteis", -1, 2},  {u"isteis", -1, 2}, {u"áis", -1, 2},
      {u"éis", -1, 1},     {u"aréis", 64, 2},   {u"eréis", 64, 2},  {u"iréis", 64, 2},
      {u"ados", -1, 2},    {u"idos", -1, 2},    {u"amos", -1, 2},   {u"ábamos", 70, 2},
      {u"áramos", 70, 2},  {u"iéramos", 70, 2}, {u"íamos", 70, 2},  {u"aríamos", 74, 2},
      {u"eríamos", 74, 2}, {u"iríamos", 74, 2}, {u"emos", -1, 1},   {u"aremos", 78, 2},
      {u"eremos", 78, 2},  {u"iremos", 78, 2},  {u"ásemos", 78, 2}, {u"iésemos", 78, 2},
      {u"imos", -1, 2},    {u"arás", -1, 2},    {u"erás", -1, 2},   {u"irás", -1, 2},
      {u"ís", -1, 2},      {u"ará", -1, 2},     {u"erá", -1, 2},    {u"irá", -1, 2},
      {u"aré", -1, 2},     {u"eré", -1, 2},     {u"iré", -1, 2},    {u"ió", -1, 2}};
  static constexpr Among a_9[] = {{u"a", -1, 1}, {u"e", -1, 2}, {u"o", -1, 1}, {u"os", -1, 1},
                                  {u"á", -1, 1}, {u"é", -1, 2}, {u"í", -1, 1}, {u"ó", -1, 1}};
  static constexpr unsigned char g_v[] = {17, 65, 16, 0, 0, 0, 0, 0,  0, 0,
                                          0,  0,  0,  0, 0, 0, 1, 17, 4, 10};
  int I_p2{};
  int I_p1{};
  int I_pV{};

  bool habr1() {
    if (out_grouping(g_v, 97, 252)) {
      while (!in_grouping(g_v, 97, 252)) {
        if (cursor >= limit) return true;
        cursor++;
      }
      return false;
    }
    return true;
  }

  bool habr2() {
    if (in_grouping(g_v, 97, 252)) {
      int v_1 = cursor;
      if (habr1()) {
        cursor = v_1;
        if (!in_grouping(g_v, 97, 252)) return true;
        while (!out_grouping(g_v, 97, 252)) {
          if (cursor >= limit) return true;
          cursor++;
        }
      }
      return false;
    }
    return true;
  }

  void habr3() {
    int v_1 = cursor, v_2 = 0;
    if (habr2()) {
      cursor = v_1;
      if (!out_grouping(g_v, 97, 252)) return;
      v_2 = cursor;
      if (habr1()) {
        cursor = v_2;
        if (!in_grouping(g_v, 97, 252) || cursor >= limit) return;
        cursor++;
      }
    }
    I_pV = cursor;
  }

  bool habr4() {
    while (!in_grouping(g_v, 97, 252)) {
      if (cursor >= limit) return false;
      cursor++;
    }
    while (!out_grouping(g_v, 97, 252)) {
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
    habr3();
    cursor = v_1;
    if (habr4()) {
      I_p1 = cursor;
      if (habr4()) I_p2 = cursor;
    }
  }

  void r_postlude() {
    int among_var = 0;
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
  }

  bool r_RV() { return I_pV <= cursor; }

  bool r_R1() { return I_p1 <= cursor; }

  bool r_R2() { return I_p2 <= cursor; }

  void r_attached_pronoun() {
    int among_var = 0;
    ket = cursor;
    if (find_among_b(a_1)) {
      bra = cursor;
      among_var = find_among_b(a_2);
      if (among_var && r_RV()) switch (among_var) {
          case 1:
            bra = cursor;
            slice_from(u"iendo");
            break;
          case 2:
            bra = cursor;
            slice_from(u"ando");
            break;
          case 3:
            bra = cursor;
            slice_from(u"ar");
            break;
          case 4:
            bra = cursor;
            slice_from(u"er");
            break;
          case 5:
            bra = cursor;
            slice_from(u"ir");
            break;
          case 6:
            slice_del();
            break;
          case 7:
            if (eq_s_b(u"u")) slice_del();
            break;
        }
    }
  }

  bool habr5(const auto& a) {
    if (!r_R2()) return true;
    slice_del();
    ket = cursor;
    int among_var = find_among_b(a);
    if (among_var) {
      bra = cursor;
      if (among_var == 1 && r_R2()) slice_del();
    }
    return false;
  }

  bool habr6(std::u16string_view c1) {
    if (!r_R2()) return true;
    slice_del();
    ket = cursor;
    if (eq_s_b(c1)) {
      bra = cursor;
      if (r_R2()) slice_del();
    }
    return false;
  }

  bool r_standard_suffix() {
    int among_var = 0;
    ket = cursor;
    among_var = find_among_b(a_6);
    if (among_var) {
      bra = cursor;
      switch (among_var) {
        case 1:
          if (!r_R2()) return false;
          slice_del();
          break;
        case 2:
          if (habr6(u"ic")) return false;
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
          if (!r_R1()) return false;
          slice_del();
          ket = cursor;
          among_var = find_among_b(a_3);
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
        case 7:
          if (habr5(a_4)) return false;
          break;
        case 8:
          if (habr5(a_5)) return false;
          break;
        case 9:
          if (habr6(u"at")) return false;
          break;
      }
      return true;
    }
    return false;
  }

  bool r_y_verb_suffix() {
    int among_var = 0, v_1 = 0;
    if (cursor >= I_pV) {
      v_1 = limit_backward;
      limit_backward = I_pV;
      ket = cursor;
      among_var = find_among_b(a_7);
      limit_backward = v_1;
      if (among_var) {
        bra = cursor;
        if (among_var == 1) {
          if (!eq_s_b(u"u")) return false;
          slice_del();
        }
        return true;
      }
    }
    return false;
  }

  void r_verb_suffix() {
    int among_var = 0, v_1 = 0, v_2 = 0, v_3 = 0;
    if (cursor >= I_pV) {
      v_1 = limit_backward;
      limit_backward = I_pV;
      ket = cursor;
      among_var = find_among_b(a_8);
      limit_backward = v_1;
      if (among_var) {
        bra = cursor;
        switch (among_var) {
          case 1:
            v_2 = limit - cursor;
            if (eq_s_b(u"u")) {
              v_3 = limit - cursor;
              if (eq_s_b(u"g"))
                cursor = limit - v_3;
              else
                cursor = limit - v_2;
            } else
              cursor = limit - v_2;
            bra = cursor;
            [[fallthrough]];
          case 2:
            slice_del();
            break;
        }
      }
    }
  }

  void r_residual_suffix() {
    int among_var = 0, v_1 = 0;
    ket = cursor;
    among_var = find_among_b(a_9);
    if (among_var) {
      bra = cursor;
      switch (among_var) {
        case 1:
          if (r_RV()) slice_del();
          break;
        case 2:
          if (r_RV()) {
            slice_del();
            ket = cursor;
            if (eq_s_b(u"u")) {
              bra = cursor;
              v_1 = limit - cursor;
              if (eq_s_b(u"g")) {
                cursor = limit - v_1;
                if (r_RV()) slice_del();
              }
            }
          }
          break;
      }
    }
  }

 public:
  void stem() {
    int v_1 = cursor;
    r_mark_regions();
    limit_backward = v_1;
    cursor = limit;
    r_attached_pronoun();
    cursor = limit;
    if (!r_standard_suffix()) {
      cursor = limit;
      if (!r_y_verb_suffix()) {
        cursor = limit;
        r_verb_suffix();
      }
    }
    cursor = limit;
    r_residual_suffix();
    cursor = limit_backward;
    r_postlude();
    return;
  }
};

inline constexpr Language language = {
    "es",
    R"(["trimmer-es","stemmer-es"])",
    R"(["stemmer-es"])",
    trim_to<word_characters>,
    stop_words,
    [](std::string& word) { snowball::stem<SpanishStemmer>(word); }};

}  // namespace kbgen::lunr::spanish
