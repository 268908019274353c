// Finds words that are written with a hyphen, so that they can be indexed as one word, too. lunr's
// tokenizer cuts "Wi-Fi" into "wi" and "fi", and a reader who types "wifi" would find neither.
//
// The browser's half is compoundsIn() of themes/default/assets/search-words.js.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lunr/names.h"
#include "lunr/unicode.h"

namespace kbgen::lunr {

// Returns the compounds of two words in a text, each written as one word and followed by a line
// end. Words in longer chains ("state-of-the-art") are found one by one, and what begins with a
// digit ("10-12") is a range.
inline std::string compounds_in(std::string_view text) {
  std::string found;
  for (std::size_t hyphen = text.find('-'); hyphen != text.npos;
       hyphen = text.find('-', hyphen + 1)) {
    std::size_t begin = hyphen, end = hyphen + 1;
    for (std::size_t at = begin; at > 0 && !detail::is_sign(previous_code_point(text, at));)
      begin = at;
    for (std::size_t at = end; at < text.size() && !detail::is_sign(next_code_point(text, at));)
      end = at;
    bool is_chain =
        (begin > 0 && text[begin - 1] == '-') || (end < text.size() && text[end] == '-');
    if (is_chain || begin == hyphen || end == hyphen + 1) continue;
    if (text[begin] >= '0' && text[begin] <= '9') continue;
    found.append(text, begin, hyphen - begin).append(text, hyphen + 1, end - hyphen - 1) += '\n';
  }
  return found;
}

}  // namespace kbgen::lunr
