#include "base/character_references.h"

#include <algorithm>
#include <charconv>

#include "base/html_entities.h"
#include "base/text.h"

namespace kbgen {

char32_t character_of_reference(unsigned number) {
  static constexpr char32_t windows[32] = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number >= 0x80 && number < 0xA0) return windows[number - 0x80];
  bool broken = number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF);
  return broken ? 0xFFFD : number;
}

bool take_character_reference(std::string_view& text, std::string& out) {
  constexpr std::size_t longest = 12;
  std::size_t end = text.starts_with('&') ? text.substr(0, longest).find(';') : text.npos;
  if (end == text.npos) return false;
  std::string_view name = text.substr(1, end - 1);
  char32_t character = 0xFFFD;
  if (name.starts_with('#')) {
    std::string_view digits = name.substr(1);
    int base = digits.starts_with('x') || digits.starts_with('X') ? 16 : 10;
    if (base == 16) digits.remove_prefix(1);
    unsigned number = 0;
    auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (error == std::errc() && stop == digits.data() + digits.size())
      character = character_of_reference(number);
  } else if (auto found = std::ranges::find(html_entities, name, &HtmlEntity::name);
             found != std::end(html_entities)) {
    character = found->character;
  }
  if (character == 0xFFFD) return false;
  bool is_direction = character == 0x200E || character == 0x200F;
  if (!is_direction) append_utf8(out, character);
  text.remove_prefix(end + 1);
  return true;
}

}  // namespace kbgen
