// Kinds of bytes, for formats and addresses that are written in ASCII. Letters of other scripts are
// for base/unicode.h.
#pragma once

namespace kbgen {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || is_digit(c); }
constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// The value of a hexadecimal digit, 0 to 15; -1 if it is not one.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  char small = ascii_lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// Whether a byte of UTF-8 continues a code point and does not begin one.
constexpr bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace kbgen
