// Cuts text into tokens as lunr.tokenizer does it, and trims them as lunr.trimmer does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lunr/unicode.h"

namespace kbgen::lunr {

// Where a token stands in its field before it is trimmed, in UTF-16 code units of the lower-cased
// text. Elements of lists have no position, which lunr writes as null.
struct Position {
  static constexpr std::uint32_t none = UINT32_MAX;

  std::uint32_t start = none;
  std::uint32_t length = 0;
};

namespace detail {

// What JavaScript's /[\s\-]/ matches beyond ASCII. Dashes, U+200B and U+0085
// are not among them.
inline bool is_wide_separator(char32_t c) {
  return c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

inline bool is_ascii_separator(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '-'; }

inline bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace detail

// Calls use(piece, position) for every token of lower-cased text, in order.
template <class Use>
void for_each_token(std::string_view text, Use&& use) {
  std::size_t begin = 0;         // of the token, in bytes
  std::uint32_t begin_unit = 0;  // and in UTF-16
  std::uint32_t unit = 0;
  auto end_token = [&](std::size_t end, std::size_t next, std::uint32_t separator_units) {
    if (end > begin) use(text.substr(begin, end - begin), Position{begin_unit, unit - begin_unit});
    unit += separator_units;
    begin = next;
    begin_unit = unit;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t start = at;
    if (is_ascii(text[at])) {
      ++at;
      if (detail::is_ascii_separator(text[start]))
        end_token(start, at, 1);
      else
        ++unit;
      continue;
    }
    char32_t c = next_code_point(text, at);
    if (detail::is_wide_separator(c))
      end_token(start, at, 1);
    else
      unit += c >= 0x10000 ? 2 : 1;
  }
  end_token(text.size(), text.size(), 0);
}

// Takes off either end of a token what is not [A-Za-z0-9_]. That is lunr's choice: "café" becomes
// "caf", and a word in another script the empty term, which stays.
inline std::string_view trim_token(std::string_view token) {
  while (!token.empty() && !detail::is_word_byte(token.front())) token.remove_prefix(1);
  while (!token.empty() && !detail::is_word_byte(token.back())) token.remove_suffix(1);
  return token;
}

}  // namespace kbgen::lunr
