// Filters that give or take numbers.
#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/text.h"
#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/operations.h"
#include "jinja/print.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

Value absolute(Call& call) {
  if (call.self.is_integral())
    return call.self.as_integer() < 0 ? negative(call.runtime, call.self)
                                      : Value::integer(call.self.as_integer());
  if (call.self.is_numeric()) return Value::number(std::fabs(call.self.as_number()));
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  return call.runtime.fail(fmt::format("{} has no absolute value", kind_name(call.self)));
}

// Drops single '_' between digits, as Python's int() and float() do.
std::string without_underscores(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool between =
        text[i] == '_' && i > 0 && i + 1 < text.size() && text[i - 1] != '_' && text[i + 1] != '_';
    if (!between) out += text[i];
  }
  return out;
}

bool parse_integer(std::string_view text, std::int64_t base, std::int64_t& value) {
  std::string digits = without_underscores(strip(text));
  bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.erase(0, 1);
  if (digits.size() > 2 && digits[0] == '0') {
    char prefix = static_cast<char>(digits[1] | 0x20);
    std::int64_t meant = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 0;
    if (meant && (base == meant || base == 0)) {
      digits.erase(0, 2);
      base = meant;
    }
  }
  if (base == 0) base = 10;
  if (digits.empty() || digits[0] == '-' || base < 2 || base > 36) return false;
  if (is_negative) digits = "-" + digits;
  auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, static_cast<int>(base));
  return error == std::errc() && end == digits.data() + digits.size();
}

bool parse_number(std::string_view text, double& value) {
  std::string digits = lower_ascii(without_underscores(strip(text)));
  if (digits.starts_with('+')) digits.erase(0, 1);
  if (digits.empty() || digits[0] == '+' || digits.find("nan(") != digits.npos) return false;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc::result_out_of_range) value = std::strtod(digits.c_str(), nullptr);
  return (error == std::errc() || error == std::errc::result_out_of_range) &&
         end == digits.data() + digits.size();
}

bool fits(double number) {
  return number >= -9223372036854775808.0 && number < 9223372036854775808.0;
}

Value whole(Call& call, double number) {
  if (std::isnan(number)) return call.has(0) ? call[0] : Value::integer(0);
  if (!fits(number)) return call.runtime.fail("this number is too large to be a whole number");
  return Value::integer(static_cast<std::int64_t>(number));
}

Value to_integer(Call& call) {
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  if (call.self.is_integral()) return Value::integer(call.self.as_integer());
  if (call.self.is_numeric()) return whole(call, call.self.as_number());
  std::int64_t value = 0;
  double number = 0;
  if (call.self.is_text() && parse_integer(call.self.as_text(), call.integer(1, 10), value))
    return Value::integer(value);
  if (call.self.is_text() && parse_number(call.self.as_text(), number)) return whole(call, number);
  return call.has(0) ? call[0] : Value::integer(0);
}

Value to_number(Call& call) {
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  if (call.self.is_numeric()) return Value::number(call.self.as_number());
  double number = 0;
  if (call.self.is_text() && parse_number(call.self.as_text(), number))
    return Value::number(number);
  return call.has(0) ? call[0] : Value::number(0);
}

// Rounds to the nearest number, and halves to the even neighbour. Which of the two it
// is, the exact digits of the number say.
double round_half_even(double number, std::int64_t precision) {
  if (!std::isfinite(number) || precision > 22) return number;
  if (precision >= 0) {
    std::string digits = fmt::format("{:.{}f}", number, precision);
    return std::strtod(digits.c_str(), nullptr);
  }
  double unit = std::pow(10.0, static_cast<double>(-precision));
  return std::isinf(unit) ? std::copysign(0.0, number) : std::nearbyint(number / unit) * unit;
}

Value round(Call& call) {
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  if (!call.self.is_numeric())
    return call.runtime.fail(fmt::format("{} cannot be rounded", kind_name(call.self)));
  std::int64_t precision = call.integer(0, 0);
  std::string_view method = call.text(1, "common");
  if (method != "common" && method != "ceil" && method != "floor")
    return call.runtime.fail(fmt::format("numbers are not rounded by '{}'", method),
                             "the methods are 'common', 'ceil' and 'floor'");
  if (method == "common") {
    if (!call.self.is_integral())
      return Value::number(round_half_even(call.self.as_number(), precision));
    if (precision >= 0) return Value::integer(call.self.as_integer());
    return Value::integer(static_cast<std::int64_t>(
        round_half_even(static_cast<double>(call.self.as_integer()), precision)));
  }
  double scale = std::pow(10.0, static_cast<double>(precision)),
         scaled = call.self.as_number() * scale;
  double whole = method == "ceil" ? std::ceil(scaled) : std::floor(scaled);
  return Value::number((whole == 0 ? 0 : whole) / scale);  // Python's ceil() has no -0
}

Value filesizeformat(Call& call) {
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  double bytes = call.self.as_number();
  if (!call.self.is_numeric() && !parse_number(call.self.as_text(), bytes))
    return call.runtime.fail(fmt::format("a file size is a number, not {}", kind_name(call.self)));
  bool binary = call.truth(0, false);
  double base = binary ? 1024 : 1000;
  static constexpr std::string_view prefixes = "kMGTPEZY";
  if (bytes == 1) return Value::view("1 Byte");
  if (bytes < base)
    return call.runtime.text(fmt::format("{} Bytes", static_cast<std::int64_t>(bytes)));
  double unit = base;
  for (std::size_t i = 0; i < prefixes.size(); ++i) {
    unit *= base;
    if (bytes >= unit && i + 1 < prefixes.size()) continue;
    char prefix = binary && i == 0 ? 'K' : prefixes[i];
    return call.runtime.text(
        fmt::format("{:.1f} {}{}", base * bytes / unit, prefix, binary ? "iB" : "B"));
  }
  return {};
}

Value sum(Call& call) {
  std::vector<Value> items;
  if (!call.runtime.items(call.self, items)) return {};
  Value total = call.has(1) ? call[1] : Value::integer(0);
  for (const Value& item : items) {
    Value value = call.is_set(0) ? call.runtime.path(item, call[0]) : item;
    total = binary(call.runtime, BinaryOperator::add, total, value);
    if (call.runtime.failed()) return {};
  }
  return total;
}

constexpr Function filters[] = {
    {"abs", "", absolute},
    {"filesizeformat", "binary?", filesizeformat},
    {"float", "default?", to_number},
    {"int", "default? base?", to_integer},
    {"round", "precision? method?", round},
    {"sum", "attribute? start?", sum},
};

}  // namespace

std::span<const Function> number_filters() { return filters; }

}  // namespace kbgen::jinja
