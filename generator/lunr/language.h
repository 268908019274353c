// What a language is to an index: which words it drops and what it makes of the
// others. English is lunr's own; any other is one more value of this type, and
// languages.h has them all.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "lunr/stemmer.h"
#include "lunr/stop_words.h"
#include "lunr/tokenizer.h"
#include "lunr/unicode.h"

namespace kbgen::lunr {

// Endings that names.h takes off words. Languages other than English have some of them, too:
// "Peter's", "geht's".
inline constexpr std::string_view english_clitics[] = {"'s", "'re", "'ve", "'ll", "'d", "'m"};

struct Language {
  std::string_view code;
  std::string_view pipeline;        // labels of the search pipeline, as JSON: ["stemmer"]
  std::string_view names_pipeline;  // the same with Settings::names: without a trimmer
  std::string_view (*trim)(std::string_view token);
  std::span<const std::string_view> stop_words;  // sorted
  void (*stem)(std::string& word);
  bool has_spaces = true;                           // between words; without them, pairs.h cuts
  std::span<const std::string_view> elisions = {};  // what names.h takes off words at the beginning
  std::span<const std::string_view> clitics = english_clitics;  // and what it takes off at the end

  // Whether queries need a plugin of lunr.js. Labels of plugins end in "-" and the language's code,
  // lunr's own do not.
  bool has_plugin() const { return names_pipeline.find('-') != names_pipeline.npos; }
};

// Takes off either end of a token what is not within the ranges.
template <const auto& ranges>
std::string_view trim_to(std::string_view token) {
  while (!token.empty()) {
    std::size_t next = 0;
    if (is_within(ranges, next_code_point(token, next))) break;
    token.remove_prefix(next);
  }
  while (!token.empty()) {
    std::size_t end = token.size();
    if (is_within(ranges, previous_code_point(token, end))) break;
    token.remove_suffix(token.size() - end);
  }
  return token;
}

inline void keep_word(std::string&) {}

inline constexpr Language english = {"en",       R"(["stemmer"])", R"(["stemmer"])",
                                     trim_token, stop_words,       stem};

}  // namespace kbgen::lunr
