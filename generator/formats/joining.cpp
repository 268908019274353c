#include "formats/joining.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kbgen {

namespace {

struct Block {
  char32_t first, last;
};

// Blocks of Unicode whose scripts write no spaces between words, with their punctuation.
constexpr std::array<Block, 13> without_spaces = {{
    {0x0E00, 0x0EFF},    // Thai, Lao
    {0x1000, 0x109F},    // Burmese
    {0x1780, 0x17FF},    // Khmer
    {0x2E80, 0x2FDF},    // radicals
    {0x3000, 0x303F},    // CJK punctuation
    {0x3040, 0x30FF},    // Hiragana, Katakana
    {0x3100, 0x312F},    // Bopomofo
    {0x31F0, 0x31FF},    // Katakana
    {0x3400, 0x4DBF},    // Han
    {0x4E00, 0x9FFF},    // Han
    {0xF900, 0xFAFF},    // Han
    {0xFF01, 0xFF9F},    // full-width and half-width forms
    {0x20000, 0x3134F},  // Han
}};

bool has_no_spaces(char32_t c) {
  return std::ranges::any_of(
      without_spaces, [&](const Block& block) { return c >= block.first && c <= block.last; });
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return next_code_point(text, at);
}

}  // namespace

bool joins_without_space(std::string_view before, std::string_view next) {
  // All of these blocks have more than one byte a character: most text is told by that.
  if (before.empty() || next.empty()) return false;
  if (static_cast<unsigned char>(before.back()) < 0x80) return false;
  if (static_cast<unsigned char>(next.front()) < 0x80) return false;
  std::size_t at = 0;
  return has_no_spaces(next_code_point(next, at)) && has_no_spaces(last_of(before));
}

void append_joined(std::string& text, std::string_view next) {
  if (!text.empty() && !joins_without_space(text, next)) text += ' ';
  text += next;
}

}  // namespace kbgen
