// What a language is to an index: which words it drops and what it makes of the
// others. English is lunr's own; any other is one more value of this type.
//
// A language without spaces between words hands over lists of tokens instead of
// texts (batch.h), and so needs no tokenizer of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lunr/stemmer.h"
#include "lunr/stop_words.h"
#include "lunr/tokenizer.h"

namespace kbgen::lunr {

struct Language {
  std::string_view code;
  std::string_view pipeline;  // labels of the search pipeline, as JSON: "stemmer"
  std::string_view (*trim)(std::string_view token);
  bool (*is_stop_word)(std::string_view trimmed);
  void (*stem)(std::string& word);
  std::span<const std::string_view> clitics;  // what names.h takes off words
};

inline constexpr std::string_view english_clitics[] = {"'s", "'re", "'ve", "'ll", "'d", "'m"};

inline constexpr Language english = {"en", R"(["stemmer"])", trim_token, is_stop_word,
                                     stem, english_clitics};

}  // namespace kbgen::lunr
