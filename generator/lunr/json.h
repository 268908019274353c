// Writes strings and numbers as JSON.stringify of JavaScript does it.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen::lunr {

// `text` is valid UTF-8, which leaves no lone surrogate to escape.
inline void append_string(std::string& out, std::string_view text) {
  constexpr char hex[] = "0123456789abcdef";
  out += '"';
  for (char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20)
          out += c;
        else
          (out += "\\u00") += {hex[c >> 4], hex[c & 15]};
    }
  }
  out += '"';
}

inline void append_integer(std::string& out, std::uint64_t number) {
  char digits[20];
  char* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

// Writes a number as String(number) of JavaScript does it: the shortest digits that read back the
// same, laid out by its rules.
inline void append_number(std::string& out, double number) {
  if (std::isnan(number)) return void(out += "NaN");
  if (number == 0) return void(out += '0');
  if (number < 0) out += '-';
  if (std::isinf(number)) return void(out += "Infinity");

  char text[32];  // d[.ddd]e±dd
  char* end =
      std::to_chars(text, text + sizeof text, std::fabs(number), std::chars_format::scientific).ptr;
  std::string_view shortest(text, static_cast<std::size_t>(end - text));
  std::size_t e = shortest.find('e');
  int exponent = 0;
  std::from_chars(text + e + (text[e + 1] == '+' ? 2 : 1), end, exponent);
  std::string digits(1, shortest[0]);
  if (e > 2) digits += shortest.substr(2, e - 2);

  int count = static_cast<int>(digits.size());
  int point = exponent + 1;  // where the decimal point is, counted in digits
  if (point > 21 || point < -5) {
    out += digits[0];
    if (count > 1) (out += '.') += std::string_view(digits).substr(1);
    (out += exponent < 0 ? "e-" : "e+") += std::to_string(std::abs(exponent));
  } else if (point <= 0) {
    ((out += "0.").append(static_cast<std::size_t>(-point), '0')) += digits;
  } else if (count <= point) {
    (out += digits).append(static_cast<std::size_t>(point - count), '0');
  } else {
    digits.insert(static_cast<std::size_t>(point), 1, '.');
    out += digits;
  }
}

// Rounds as Math.round of JavaScript does it: ties go up.
inline double round_up_ties(double x) {
  double below = std::floor(x);
  return x - below >= 0.5 ? below + 1 : below;
}

// Writes Math.round(score * 1000) / 1000 as JSON. Up to 10^12 the shortest digits of n/1000 are
// those of n with a point put in, which is fast; larger weights are rare.
inline void append_weight(std::string& out, double score) {
  double thousandths = round_up_ties(score * 1000);
  if (!std::isfinite(thousandths)) return void(out += "null");
  if (std::fabs(thousandths) >= 1e15) return append_number(out, thousandths / 1000);

  char text[24];
  char* end = text;
  if (thousandths < 0) *end++ = '-';
  auto n = static_cast<std::uint64_t>(std::fabs(thousandths));
  end = std::to_chars(end, text + sizeof text, n / 1000).ptr;
  if (auto rest = static_cast<unsigned>(n % 1000)) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + rest / 100);
    *end++ = static_cast<char>('0' + rest / 10 % 10);
    *end++ = static_cast<char>('0' + rest % 10);
    while (end[-1] == '0') --end;
  }
  out.append(text, end);
}

}  // namespace kbgen::lunr
