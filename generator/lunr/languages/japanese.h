// Japanese: lunr.ja.js of lunr-languages 1.22.0, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// Copyright 2014, Chad Liu; Copyright 2010, Oleg Mazko
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"

namespace kbgen::lunr::japanese {

inline constexpr CodePointRange word_characters[] = {
    {0x0030, 0x0039}, {0x0041, 0x005A}, {0x0061, 0x007A}, {0x3005, 0x3006},
    {0x3041, 0x3093}, {0x30A1, 0x30F6}, {0x30FC, 0x30FC}, {0x4E00, 0x9FA0},
    {0xFF10, 0xFF19}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0xFF71, 0xFF9E}};

// clang-format off
inline constexpr std::string_view stop_words[] = {
    "あそこ", "あの", "あのかた", "あの人", "あります", "あれ", "います", "え", "おります", "から", "が", "ここ", "こちら", "この",
    "これ", "し", "しかし", "そこ", "その", "それ", "それで", "だれ", "で", "です", "と", "どこ", "どの", "なに", "なん", "に",
    "の", "は", "まで", "も", "より", "を", "何", "彼", "彼女", "我々", "私", "私達", "貴方", "貴方方",
};
// clang-format on

inline constexpr Language language = {
    "ja", R"(["stemmer"])", R"([])", trim_to<word_characters>, stop_words, keep_word, false};

}  // namespace kbgen::lunr::japanese
