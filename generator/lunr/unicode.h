// UTF-8 and JavaScript's view of it: UTF-16 lengths, UTF-16 order, lower case.
//
// Whatever bytes come in, valid UTF-8 goes out: what is not UTF-8 becomes
// U+FFFD as browsers decode it (WHATWG: one for each longest broken prefix).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "lunr/unicode_tables.h"

namespace kbgen::lunr {

inline constexpr char32_t replacement_character = 0xFFFD;

inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Looks at every byte on purpose: a loop without an early exit is vectorised.
inline bool is_ascii(std::string_view text) {
  char all = 0;
  for (char c : text) all = static_cast<char>(all | c);
  return is_ascii(all);
}

// Returns the code point at `at`, and moves `at` behind it.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned lead = byte(at++);
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return replacement_character;

  int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  // Overlong forms, surrogates and what is beyond U+10FFFF end at their second byte.
  unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t c = lead & (0x3Fu >> more);
  for (; more > 0; --more, lowest = 0x80, highest = 0xBF) {
    if (at == text.size() || byte(at) < lowest || byte(at) > highest) return replacement_character;
    c = c << 6 | (byte(at++) & 0x3F);
  }
  return c;
}

// Returns the code point that ends before `end` in valid UTF-8, and moves `end` before it.
inline char32_t previous_code_point(std::string_view text, std::size_t& end) {
  do --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  std::size_t at = end;
  return next_code_point(text, at);
}

inline void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

inline std::string to_valid_utf8(std::string_view bytes) {
  if (is_ascii(bytes)) return std::string(bytes);
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) append_utf8(text, next_code_point(bytes, at));
  return text;
}

// Returns the UTF-16 code units of valid UTF-8: one for every code point, two beyond U+FFFF.
inline std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    units += ((byte & 0xC0) != 0x80) + (byte >= 0xF0);
  }
  return units;
}

inline std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (c >= 0x10000) units += static_cast<char16_t>(0xD7C0 + (c >> 10));
    units += static_cast<char16_t>(c < 0x10000 ? c : 0xDC00 | (c & 0x3FF));
  }
  return units;
}

// `units` must not have half a surrogate pair.
inline std::string to_utf8(std::u16string_view units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t c = units[i];
    if (c >= 0xD800 && c < 0xDC00) c = 0x10000 + ((c & 0x3FF) << 10) + (units[++i] & 0x3FF);
    append_utf8(text, c);
  }
  return text;
}

// Compares texts as Array.prototype.sort() does without a comparator: by UTF-16 code units. In
// UTF-8 that is the order of bytes, except for code points beyond U+FFFF (lead byte 0xF0 and up),
// whose surrogates come before U+E000 (lead byte 0xEE).
inline bool utf16_less(std::string_view a, std::string_view b) {
  auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
  auto left = static_cast<unsigned char>(*x), right = static_cast<unsigned char>(*y);
  bool left_is_pair = left >= 0xF0, right_is_pair = right >= 0xF0;
  if (left >= 0xEE && right >= 0xEE && left_is_pair != right_is_pair) return left_is_pair;
  return left < right;
}

template <std::size_t Size>
bool is_within(const CodePointRange (&ranges)[Size], char32_t c) {
  auto after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                [](char32_t x, const CodePointRange& r) { return x < r.first; });
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

inline char32_t lower_code_point(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  auto after = std::upper_bound(std::begin(lower_runs), std::end(lower_runs), c,
                                [](char32_t x, const LowerRun& run) { return x < run.first; });
  if (after == std::begin(lower_runs)) return c;
  const LowerRun& run = *std::prev(after);
  if (c > run.last || (c - run.first) % run.step != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + run.delta);
}

// Whether the capital sigma in text[begin, end) ends a word: a cased letter
// before it and none behind it, looking past what is case-ignorable, as far
// as need be. White space ends the search by being neither.
inline bool is_final_sigma(std::string_view text, std::size_t begin, std::size_t end) {
  bool letter_before = false;
  while (begin > 0) {
    char32_t c = previous_code_point(text, begin);
    if (is_within(case_ignorable_ranges, c)) continue;
    letter_before = is_within(cased_ranges, c);
    break;
  }
  if (!letter_before) return false;
  while (end < text.size()) {
    char32_t c = next_code_point(text, end);
    if (!is_within(case_ignorable_ranges, c)) return !is_within(cased_ranges, c);
  }
  return true;
}

inline void append_lower_slowly(std::string& out, std::string_view text) {
  constexpr char32_t sigma = 0x03A3, small_sigma = 0x03C3, final_sigma = 0x03C2;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (c == 0x0130) {  // capital i with a dot: the only one that becomes two code points
      append_utf8(out, 'i');
      append_utf8(out, 0x0307);
    } else if (c == sigma) {
      append_utf8(out, is_final_sigma(text, begin, at) ? final_sigma : small_sigma);
    } else {
      append_utf8(out, lower_code_point(c));
    }
  }
}

// Sets `out` to String.prototype.toLowerCase of `bytes`.
inline void assign_lower(std::string& out, std::string_view bytes) {
  if (is_ascii(bytes)) {
    out.resize(bytes.size());
    std::transform(bytes.begin(), bytes.end(), out.begin(),
                   [](char c) { return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 0x20 : 0)); });
    return;
  }
  out.clear();
  append_lower_slowly(out, to_valid_utf8(bytes));
}

}  // namespace kbgen::lunr
