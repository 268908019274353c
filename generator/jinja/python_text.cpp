#include "jinja/python_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen::jinja {

bool is_python_space(char32_t c) {
  return (c >= 9 && c <= 13) || (c >= 28 && c <= 32) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_identifier(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    bool first = i == 0;
    char32_t c = next_code_point(text, i);
    if (c == '_' || is_letter(c)) continue;
    if (first || !is_word_char(c)) return false;
  }
  return !text.empty();
}

static std::size_t last_code_point(std::string_view text) {
  std::size_t i = text.size() - 1;
  while (i > 0 && continues_letter(text[i])) --i;
  return i;
}

template <class Strips>
static std::string_view strip_left_if(std::string_view text, Strips strips) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!strips(next_code_point(text, next))) break;
    begin = next;
  }
  return text.substr(begin);
}

template <class Strips>
static std::string_view strip_right_if(std::string_view text, Strips strips) {
  while (!text.empty()) {
    std::size_t last = last_code_point(text), next = last;
    if (!strips(next_code_point(text, next))) break;
    text = text.substr(0, last);
  }
  return text;
}

static auto any_of(std::string_view set) {
  return [set](char32_t c) {
    for (std::size_t i = 0; i < set.size();)
      if (next_code_point(set, i) == c) return true;
    return false;
  };
}

std::string_view strip_left(std::string_view text) { return strip_left_if(text, is_python_space); }
std::string_view strip_right(std::string_view text) {
  return strip_right_if(text, is_python_space);
}
std::string_view strip(std::string_view text) { return strip_left(strip_right(text)); }
std::string_view strip_left(std::string_view text, std::string_view set) {
  return strip_left_if(text, any_of(set));
}
std::string_view strip_right(std::string_view text, std::string_view set) {
  return strip_right_if(text, any_of(set));
}

std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t begin = i;
    next_code_point(text, i);
    all.push_back(text.substr(begin, i - begin));
  }
  return all;
}

std::vector<std::string_view> split_at_space(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = strip_left(text)).empty()) {
    std::size_t end = 0;
    while (end < text.size()) {
      std::size_t next = end;
      if (is_python_space(next_code_point(text, next))) break;
      end = next;
    }
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

static bool ends_line(char32_t c) {
  return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    char32_t c = next_code_point(text, i);
    if (!ends_line(c)) continue;
    if (c == '\r' && i < text.size() && text[i] == '\n') ++i;
    lines.push_back(text.substr(begin, (keep_ends ? i : end) - begin));
    begin = i;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

// Whether repr() shows this as it is. It escapes controls, separators other than the
// space, surrogates and what is unassigned.
static bool is_printable(char32_t c) {
  if (c < 0x7F) return c >= 32;
  if (c <= 0xA0 || c == 0xAD) return false;
  return !is_python_space(c) && !(c >= 0x200B && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E) &&
         !(c >= 0x2060 && c <= 0x206F) && c != 0xFEFF && !(c >= 0xE000 && c <= 0xF8FF) &&
         (c & 0xFFFE) != 0xFFFE;
}

std::string quoted(std::string_view text) {
  bool double_quotes = text.find('\'') != text.npos && text.find('"') == text.npos;
  char quote = double_quotes ? '"' : '\'';
  std::string out(1, quote);
  for (std::size_t i = 0; i < text.size();) {
    std::size_t begin = i;
    char32_t c = next_code_point(text, i);
    if (c == static_cast<char32_t>(quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else if (is_printable(c)) {
      out += text.substr(begin, i - begin);
    } else {
      out += c < 0x100     ? fmt::format("\\x{:02x}", static_cast<unsigned>(c))
             : c < 0x10000 ? fmt::format("\\u{:04x}", static_cast<unsigned>(c))
                           : fmt::format("\\U{:08x}", static_cast<unsigned>(c));
    }
  }
  return out + quote;
}

std::string printed_number(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  if (number == 0) return std::signbit(number) ? "-0.0" : "0.0";
  double size = std::fabs(number);
  bool with_exponent = size < 1e-4 || size >= 1e16;
  char digits[400];
  auto format = with_exponent ? std::chars_format::scientific : std::chars_format::fixed;
  auto [end, error] = std::to_chars(digits, digits + sizeof digits, number, format);
  std::string out(digits, end);
  if (!with_exponent && out.find('.') == out.npos) out += ".0";
  return out;
}

static bool read_hex(std::string_view text, std::size_t& i, std::size_t length, std::string& out) {
  if (i + length > text.size()) return false;
  unsigned value = 0;
  auto [end, error] = std::from_chars(text.data() + i, text.data() + i + length, value, 16);
  if (error != std::errc() || end != text.data() + i + length) return false;
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
  append_utf8(out, value);
  i += length;
  return true;
}

static bool read_octal(std::string_view text, std::size_t& i, std::string& out) {
  unsigned value = 0;
  std::size_t begin = i;
  while (i < text.size() && i < begin + 3 && text[i] >= '0' && text[i] <= '7')
    value = value * 8 + static_cast<unsigned>(text[i++] - '0');
  append_utf8(out, value);
  return true;
}

std::string unescape(std::string_view literal, std::string& out) {
  for (std::size_t i = 0; i < literal.size();) {
    if (literal[i] != '\\' || i + 1 == literal.size()) {
      out += literal[i++];
      continue;
    }
    char c = literal[i + 1];
    i += 2;
    bool good = true;
    switch (c) {
      case '\n':
        break;
      case '\\':
      case '\'':
      case '"':
        out += c;
        break;
      case 'a':
        out += '\a';
        break;
      case 'b':
        out += '\b';
        break;
      case 'f':
        out += '\f';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case 'v':
        out += '\v';
        break;
      case 'x':
        good = read_hex(literal, i, 2, out);
        break;
      case 'u':
        good = read_hex(literal, i, 4, out);
        break;
      case 'U':
        good = read_hex(literal, i, 8, out);
        break;
      case 'N':
        return "characters cannot be written by name: use the character itself or \\uXXXX";
      default:
        if (c >= '0' && c <= '7')
          good = read_octal(literal, --i, out);
        else
          (out += '\\') += c;
    }
    if (!good)
      return fmt::format("'\\{}' needs the number of a character in hexadecimal digits", c);
  }
  return "";
}

}  // namespace kbgen::jinja
