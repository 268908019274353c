// Plain text with marks on parts of it: what is left of Markdown when the text
// must stay countable, searchable and quotable.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kbgen {

// Bytes [begin, end) of some text that the context names.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// Marks nest or are apart; they never cross. Outer ones come first.
struct Mark {
  enum class Kind { emphasis, strong, code, strike, link };
  Kind kind = Kind::emphasis;
  TextRange text;
  std::string url;  // of a link: never javascript: or the like
  friend bool operator==(const Mark&, const Mark&) = default;
};

}  // namespace kbgen
