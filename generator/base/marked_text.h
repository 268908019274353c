// Marks on parts of a plain text, such as emphasis and links. Markdown becomes a text with marks
// where its words have to be counted, searched and quoted.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kbgen {

// The bytes [begin, end) of a text, which the context names.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

// A mark on part of a text. Of two marks one encloses the other, or they do not overlap. In lists
// of marks the enclosing ones come first.
struct Mark {
  enum class Kind { emphasis, strong, code, strike, link };
  Kind kind = Kind::emphasis;
  TextRange text;
  std::string url;  // of a link; always is_safe_url()
  friend bool operator==(const Mark&, const Mark&) = default;
};

}  // namespace kbgen
