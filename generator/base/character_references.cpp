#include "base/character_references.h"

#include <algorithm>
#include <array>
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

// The character that a name stands for; 0 if the name is not known.
static char32_t named_character(std::string_view name) {
  static constexpr auto sorted = [] {
    auto table = std::to_array(html_entities);
    std::ranges::sort(table, {}, &HtmlEntity::name);
    return table;
  }();
  auto found = std::ranges::lower_bound(sorted, name, {}, &HtmlEntity::name);
  return found != sorted.end() && found->name == name ? found->character : 0;
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
  } else if (char32_t named = named_character(name)) {
    character = named;
  }
  if (character == 0xFFFD) return false;
  bool is_direction = character == 0x200E || character == 0x200F;
  if (!is_direction) append_utf8(out, character);
  text.remove_prefix(end + 1);
  return true;
}

// Whether it is a control character or a noncharacter of Unicode, which are left out.
static bool is_no_character(char32_t c) {
  bool is_space = c == '\t' || c == '\n' || c == '\f' || c == '\r';
  return (c < 0x20 && !is_space) || c == 0x7F || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c & 0xFFFE) == 0xFFFE;
}

// Takes a numeric reference such as "&#39;" off `rest` and appends what it stands for to `out`.
// False if `rest` does not begin with one.
static bool append_numbered(std::string& out, std::string_view& rest) {
  bool is_hex = rest.size() > 2 && (rest[2] == 'x' || rest[2] == 'X');
  const char* begin = rest.data() + (is_hex ? 3 : 2);
  unsigned number = 0;
  auto [end, error] = std::from_chars(begin, rest.data() + rest.size(), number, is_hex ? 16 : 10);
  if (end == begin) return false;
  char32_t c = character_of_reference(error == std::errc() ? number : 0);
  if (!is_no_character(c)) append_utf8(out, c);
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  if (rest.starts_with(';')) rest.remove_prefix(1);
  return true;
}

// The same for a reference with a name. With a ';' any name is known; without one only the old
// names of Latin-1 are, and the longest that fits is taken: "&ampx" is "&x".
static bool append_named(std::string& out, std::string_view& rest) {
  std::size_t end = 1;
  while (end < rest.size() && end < 32 && static_cast<unsigned char>(rest[end]) < 0x80 &&
         is_word_char(static_cast<char32_t>(rest[end])))
    ++end;
  bool closed = end < rest.size() && rest[end] == ';';
  for (std::size_t length = end - 1; length > 0; --length) {
    std::string_view name = rest.substr(1, length);
    char32_t character = named_character(name);
    bool whole = closed && length == end - 1;
    if (character == 0 || (!whole && (character > 255 || name == "apos"))) continue;
    append_utf8(out, character);
    rest.remove_prefix(1 + length + (whole ? 1 : 0));
    return true;
  }
  return false;
}

std::string unescape_html(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t plain = std::min(text.find('&'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    bool numbered = text.size() > 1 && text[1] == '#';
    if (numbered ? append_numbered(out, text) : append_named(out, text)) continue;
    out += '&';
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace kbgen
