#include "base/controls.h"

#include <fmt/format.h>

#include "base/char_set.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The bytes with which the characters of is_unwanted() can begin.
constexpr CharSet suspects(
    std::string_view("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14"
                     "\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f\xc2\xef\xfe\xff",
                     35));

// The offset of the first byte of `suspects` at or after `from`; the text's size if there is none.
// Whole pages are searched, nearly always in vain, so many bytes are tested at a time, in a form
// that compilers turn into vector instructions.
std::size_t first_suspect(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 128;
  for (; from + block <= text.size(); from += block) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) {
      auto byte = static_cast<unsigned char>(text[from + i]);
      any |= static_cast<unsigned char>((byte < 0x20) & (byte != '\t') & (byte != '\n'));
      any |= static_cast<unsigned char>((byte == 0x7F) | (byte == 0xC2) | (byte == 0xEF) |
                                        (byte >= 0xFE));
    }
    if (any) break;
  }
  return suspects.find_in(text, from);
}

// Whether it changes the direction of the text after it (Unicode's explicit directional formatting
// characters), or is one of Unicode's own line breaks.
bool is_hidden(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

// Whether [begin, end), which was read as `c`, is a byte that is not UTF-8. A real U+FFFD has three
// bytes.
bool is_broken(std::string_view text, std::size_t begin, std::size_t end, char32_t c) {
  return c == 0xFFFD && end - begin == 1 && static_cast<unsigned char>(text[begin]) >= 0x80;
}

// The text with escapes for what cannot be seen, except for the ASCII characters in `kept`.
std::string shown(std::string_view text, std::string_view kept) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (is_broken(text, begin, at, c))
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[begin]));
    else if (c < 0x80 && kept.find(static_cast<char>(c)) != kept.npos)
      out += static_cast<char>(c);
    else if (c == '\n' || c == '\r' || c == '\t')
      out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    else if (c < 0x80 && is_control(c))
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    else if (is_control(c) || is_hidden(c))
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out.append(text, begin, at - begin);
  }
  return out;
}

// Whether a character must go: a control character, or one of the bytes FE and FF, which are never
// UTF-8 but are what cmark writes for "&#xFFFE;" and "&#xFFFF;".
bool is_unwanted(char32_t c, char first_byte) {
  return is_control(c) || static_cast<unsigned char>(first_byte) >= 0xFE;
}

}  // namespace

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE ||
         c == 0xFFFF;
}

std::size_t first_control(std::string_view text) {
  for (std::size_t at = 0; (at = first_suspect(text, at)) < text.size();) {
    std::size_t begin = at;
    if (is_unwanted(next_code_point(text, at), text[begin])) return begin;
  }
  return text.size();
}

std::size_t count_controls(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = first_suspect(text, at)) < text.size();) {
    std::size_t begin = at;
    count += is_unwanted(next_code_point(text, at), text[begin]);
  }
  return count;
}

std::string without_controls(std::string text) {
  for (std::size_t at = first_control(text); at < text.size();) {
    std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (is_unwanted(c, text[begin]))
      text.replace(begin, at - begin, c >= 0xFFFE ? "\uFFFD" : at - begin == 1 ? " " : "  ");
  }
  return text;
}

std::string visible(std::string_view text) { return shown(text, ""); }

std::string visible_lines(std::string_view text) { return shown(text, "\n\t"); }

bool is_plain_name(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    std::size_t begin = at;
    char32_t c = next_code_point(name, at);
    if (is_control(c) || c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029 ||
        is_broken(name, begin, at, c))
      return false;
  }
  return true;
}

}  // namespace kbgen
