// A set of bytes, for searching text quickly, one byte at a time.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kbgen {

class CharSet {
 public:
  constexpr explicit CharSet(std::string_view chars) {
    for (char c : chars) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  // The offset of the first byte of the set at or after `from`; the text's size if there is none.
  constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace kbgen
