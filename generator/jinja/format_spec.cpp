#include "jinja/format_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/text.h"
#include "jinja/operations.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

constexpr std::int64_t widest = 1'000'000;
constexpr std::int64_t most_precise = 300;

std::string with_separators(std::string_view digits, char separator, std::size_t group) {
  std::size_t whole = 0;
  while (whole < digits.size() && digits[whole] != '.' && digits[whole] != 'e' &&
         digits[whole] != 'E')
    ++whole;
  std::string out;
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % group == 0) out += separator;
    out += digits[i];
  }
  return out.append(digits.substr(whole));
}

// Puts sign, digits and fill into their order. '=' fills between sign and digits.
std::string laid_out(std::string_view sign, std::string_view body, const Spec& spec, char align) {
  auto length = static_cast<std::int64_t>(count_code_points(sign) + count_code_points(body));
  std::string fill;
  for (std::int64_t i = length; i < spec.width; ++i) fill += spec.fill;
  if (align == '=') return fmt::format("{}{}{}", sign, fill, body);
  if (align == '<') return fmt::format("{}{}{}", sign, body, fill);
  if (align == '>') return fmt::format("{}{}{}", fill, sign, body);
  std::size_t half = (fill.size() / spec.fill.size() / 2) * spec.fill.size();
  return fmt::format("{}{}{}{}", fill.substr(0, half), sign, body, fill.substr(half));
}

std::string_view sign_of(bool is_negative, const Spec& spec) {
  return is_negative ? "-" : spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
}

// Writes a number as 'g' does, but with a point: '2.0'. Where there is no room for a
// point, it is '1e+02'.
std::string short_digits(double size, int precision) {
  precision = std::max(precision, 1);
  std::string digits = fmt::format("{:.{}g}", size, precision);
  if (digits.find_first_of(".e") != digits.npos) return digits;
  if (static_cast<int>(digits.size()) < precision) return digits + ".0";
  digits = fmt::format("{:.{}e}", size, precision - 1);
  std::size_t exponent = digits.find('e');
  std::size_t last = digits.find_last_not_of('0', exponent - 1);
  if (digits.find('.') == digits.npos) return digits;
  return digits.substr(0, digits[last] == '.' ? last : last + 1) + digits.substr(exponent);
}

std::string number_digits(double size, const Spec& spec) {
  auto precision = static_cast<int>(spec.precision < 0 ? 6 : spec.precision);
  if (std::isinf(size) || std::isnan(size)) {
    bool upper = spec.type == 'F' || spec.type == 'E' || spec.type == 'G';
    return std::isinf(size) ? (upper ? "INF" : "inf") : (upper ? "NAN" : "nan");
  }
  switch (spec.type) {
    case 'e':
      return fmt::format("{:.{}e}", size, precision);
    case 'E':
      return fmt::format("{:.{}E}", size, precision);
    case 'g':
    case 'n':
      return fmt::format("{:.{}g}", size, precision);
    case 'G':
      return fmt::format("{:.{}G}", size, precision);
    case '%':
      return fmt::format("{:.{}f}%", size * 100, precision);
    case '\0':
      return spec.precision < 0 ? printed_number(size) : short_digits(size, precision);
    default:
      return fmt::format("{:.{}f}", size, precision);
  }
}

}  // namespace

std::string format_double(double number, const Spec& spec) {
  bool is_negative = std::signbit(number) && !std::isnan(number);
  std::string digits = number_digits(std::fabs(number), spec);
  if (spec.grouping) digits = with_separators(digits, spec.grouping, 3);
  return laid_out(sign_of(is_negative, spec), digits, spec, spec.align ? spec.align : '>');
}

std::string format_whole(std::int64_t number, const Spec& spec) {
  std::uint64_t size =
      number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
  std::string digits, sign(sign_of(number < 0, spec));
  switch (spec.type) {
    case 'x':
      digits = fmt::format("{:x}", size);
      break;
    case 'X':
      digits = fmt::format("{:X}", size);
      break;
    case 'o':
      digits = fmt::format("{:o}", size);
      break;
    case 'b':
      digits = fmt::format("{:b}", size);
      break;
    default:
      digits = fmt::format("{}", size);
  }
  bool is_decimal = spec.type == 'd' || spec.type == 'n' || spec.type == '\0';
  digits = fmt::format("{:0>{}}", digits, std::max<std::int64_t>(spec.precision, 0));
  if (spec.grouping) digits = with_separators(digits, spec.grouping, is_decimal ? 3 : 4);
  if (spec.alternate && !is_decimal) sign += fmt::format("0{}", spec.type);
  return laid_out(sign, digits, spec, spec.align ? spec.align : '>');
}

std::string format_words(std::string_view text, const Spec& spec, char align) {
  std::string_view shown =
      spec.precision < 0 ? text
                         : code_point_range(text, 0, static_cast<std::size_t>(spec.precision));
  return laid_out("", shown, spec, spec.align ? spec.align : align);
}

bool is_reasonable(Runtime& runtime, const Spec& spec) {
  if (spec.width <= widest && spec.precision <= most_precise) return true;
  runtime.fail_as("template-limit",
                  fmt::format("text is padded to up to {} letters, numbers have up to {} digits",
                              widest, most_precise));
  return false;
}

std::int64_t read_number(std::string_view text, std::size_t& i) {
  std::int64_t number = 0;
  while (i < text.size() && is_digit(text[i]))
    number = std::min<std::int64_t>(number * 10 + (text[i++] - '0'), widest + 1);
  return number;
}

}  // namespace kbgen::jinja
