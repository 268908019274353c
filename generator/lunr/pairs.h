// Cuts text in scripts without spaces between words: a run of such letters becomes its pairs of
// neighbours, and the last letter alone. 日本語 is found by 日本, 本語 and 語, and by each single
// letter, because that is the prefix of a pair.
//
// Pairs need no dictionary, and index and query cannot cut the same word in two
// ways. The browser's half is tokensOf() of themes/default/assets/search-words.js.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lunr/tokenizer.h"
#include "lunr/unicode.h"

namespace kbgen::lunr {

namespace detail {

// Thai, Lao, Burmese, Khmer, Chinese characters and Japanese syllables.
inline constexpr CodePointRange unspaced_ranges[] = {
    {0x0E01, 0x0E3A},   {0x0E40, 0x0E4E}, {0x0E81, 0x0ECD}, {0x0EDC, 0x0EDF},   {0x1000, 0x103F},
    {0x1050, 0x108F},   {0x1780, 0x17D3}, {0x3005, 0x3007}, {0x3021, 0x3029},   {0x3041, 0x3096},
    {0x3099, 0x309F},   {0x30A1, 0x30FA}, {0x30FC, 0x30FF}, {0x31F0, 0x31FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xF900, 0xFAFF}, {0xFF66, 0xFF9F}, {0x1B000, 0x1B16F}, {0x20000, 0x2FA1F},
    {0x30000, 0x323AF},
};

}  // namespace detail

// Whether a letter belongs to a script that writes no spaces between words.
inline bool is_unspaced(char32_t c) { return c >= 0x0E01 && is_within(detail::unspaced_ranges, c); }

// Calls use(piece, position) for the pieces of a token that stands at `at`: for each pair, and for
// what is before, between and behind such runs as it is.
template <class Use>
void for_each_pair(std::string_view token, Position at, Use&& use) {
  if (is_ascii(token)) return use(token, at);
  std::size_t begin = 0;  // of the piece
  std::uint32_t begin_unit = at.start, unit = at.start;
  bool in_run = false;
  for (std::size_t next = 0; next < token.size();) {
    std::size_t here = next;
    char32_t c = next_code_point(token, next);
    std::uint32_t units = c >= 0x10000 ? 2 : 1;
    bool is_letter = is_unspaced(c);
    bool is_second = in_run && is_letter;
    if (here > begin && (in_run || is_letter)) {
      // A pair reaches over this letter, anything else ends before it.
      std::size_t end = is_second ? next : here;
      use(token.substr(begin, end - begin),
          Position{begin_unit, unit + (is_second ? units : 0) - begin_unit});
      begin = here;
      begin_unit = unit;
    }
    in_run = is_letter;
    unit += units;
  }
  if (begin < token.size()) use(token.substr(begin), Position{begin_unit, unit - begin_unit});
}

}  // namespace kbgen::lunr
