#include "jinja/operations.h"

#include <fmt/format.h>

#include <cmath>

#include "base/html.h"
#include "base/text.h"
#include "jinja/percent_format.h"
#include "jinja/print.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

static std::string_view sign_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return "+";
    case BinaryOperator::subtract:
      return "-";
    case BinaryOperator::multiply:
      return "*";
    case BinaryOperator::divide:
      return "/";
    case BinaryOperator::floor_divide:
      return "//";
    case BinaryOperator::modulo:
      return "%";
    case BinaryOperator::power:
      return "**";
  }
  return "";
}

static Value too_large(Runtime& runtime) {
  return runtime.fail("this number is too large",
                      "whole numbers go up to 9223372036854775807; 1.0 makes it a fraction");
}

static std::int64_t floor_quotient(std::int64_t a, std::int64_t b) {
  std::int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

static Value integer_power(Runtime& runtime, std::int64_t base, std::int64_t exponent) {
  if (exponent < 0) {
    if (base == 0) return runtime.fail("0 has no negative power");
    return Value::number(std::pow(static_cast<double>(base), static_cast<double>(exponent)));
  }
  std::int64_t result = 1;
  while (exponent > 0) {
    if (exponent & 1 && __builtin_mul_overflow(result, base, &result)) return too_large(runtime);
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base)) return too_large(runtime);
  }
  return Value::integer(result);
}

static Value integer_binary(Runtime& runtime, BinaryOperator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  bool is_division = op == BinaryOperator::divide || op == BinaryOperator::floor_divide ||
                     op == BinaryOperator::modulo;
  if (is_division && b == 0) return runtime.fail("division by zero");
  bool overflow = false;
  switch (op) {
    case BinaryOperator::add:
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case BinaryOperator::subtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case BinaryOperator::multiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    case BinaryOperator::divide:
      return Value::number(static_cast<double>(a) / static_cast<double>(b));
    case BinaryOperator::floor_divide:
      overflow = a == INT64_MIN && b == -1;
      if (!overflow) result = floor_quotient(a, b);
      break;
    case BinaryOperator::modulo:
      result = b == -1 ? 0 : a - floor_quotient(a, b) * b;
      break;
    case BinaryOperator::power:
      return integer_power(runtime, a, b);
  }
  return overflow ? too_large(runtime) : Value::integer(result);
}

static double python_modulo(double a, double b) {
  double rest = std::fmod(a, b);
  if (rest == 0) return std::copysign(0.0, b);
  return (rest < 0) != (b < 0) ? rest + b : rest;
}

static double python_floor_divide(double a, double b) {
  double rest = std::fmod(a, b);
  double quotient = (a - rest) / b - (rest != 0 && (rest < 0) != (b < 0) ? 1 : 0);
  double whole = std::floor(quotient);
  if (quotient == 0) return std::copysign(0.0, a / b);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

static Value number_binary(Runtime& runtime, BinaryOperator op, double a, double b) {
  bool is_division = op == BinaryOperator::divide || op == BinaryOperator::floor_divide ||
                     op == BinaryOperator::modulo;
  if (is_division && b == 0) return runtime.fail("division by zero");
  switch (op) {
    case BinaryOperator::add:
      return Value::number(a + b);
    case BinaryOperator::subtract:
      return Value::number(a - b);
    case BinaryOperator::multiply:
      return Value::number(a * b);
    case BinaryOperator::divide:
      return Value::number(a / b);
    case BinaryOperator::floor_divide:
      return Value::number(python_floor_divide(a, b));
    case BinaryOperator::modulo:
      return Value::number(python_modulo(a, b));
    case BinaryOperator::power:
      break;
  }
  if (a == 0 && b < 0) return runtime.fail("0 has no negative power");
  double result = std::pow(a, b);
  if (std::isfinite(a) && std::isfinite(b) && !std::isfinite(result))
    return runtime.fail(std::isnan(result) ? "a negative number has no such power"
                                           : "this number is too large");
  return Value::number(result);
}

static Value repeat(Runtime& runtime, const Value& value, std::int64_t times) {
  auto count = static_cast<std::uint64_t>(std::max<std::int64_t>(times, 0));
  if (value.is_text()) {
    std::uint64_t bytes = 0;
    if (__builtin_mul_overflow(count, value.as_text().size(), &bytes)) bytes = UINT64_MAX;
    if (!runtime.spend_text(bytes)) return {};
    std::string out;
    out.reserve(bytes);
    if (!value.as_text().empty())
      for (std::uint64_t i = 0; i < count; ++i) out += value.as_text();
    return value.is_safe() ? Value::safe_text(std::move(out)) : Value::text(std::move(out));
  }
  const List& list = *value.as_list();
  std::uint64_t items = 0;
  if (__builtin_mul_overflow(count, list.items.size(), &items)) items = UINT64_MAX;
  if (!runtime.spend(items)) return {};
  std::vector<Value> out;
  out.reserve(items);
  if (!list.items.empty())
    for (std::uint64_t i = 0; i < count; ++i)
      out.insert(out.end(), list.items.begin(), list.items.end());
  return make_list(std::move(out), list.flavor);
}

static bool can_repeat(const Value& value) {
  const List* list = value.as_list();
  return value.is_text() || (list && list->has_positions());
}

static Value join_lists(Runtime& runtime, const List& a, const List& b) {
  if (!runtime.spend(a.items.size() + b.items.size())) return {};
  std::vector<Value> items = a.items;
  items.insert(items.end(), b.items.begin(), b.items.end());
  return make_list(std::move(items), a.flavor);
}

// Adds two texts. Safe text (Markup) escapes what is added to it, whether or not the
// template does.
static Value join_texts(Runtime& runtime, const Value& left, const Value& right) {
  bool safe = left.is_safe() || right.is_safe();
  std::string out;
  if (!runtime.spend_text(left.as_text().size() + right.as_text().size())) return {};
  for (const Value* part : {&left, &right}) {
    if (safe && !part->is_safe())
      append_escaped(out, part->as_text());
    else
      out += part->as_text();
  }
  return safe ? Value::safe_text(std::move(out)) : Value::text(std::move(out));
}

Value binary(Runtime& runtime, BinaryOperator op, const Value& left, const Value& right) {
  if (left.is_integral() && right.is_integral())
    return integer_binary(runtime, op, left.as_integer(), right.as_integer());
  if (left.is_numeric() && right.is_numeric())
    return number_binary(runtime, op, left.as_number(), right.as_number());
  if (op == BinaryOperator::modulo && left.is_text()) return percent_format(runtime, left, right);
  if (left.is_undefined()) return runtime.fail_undefined(left);
  if (right.is_undefined()) return runtime.fail_undefined(right);
  if (op == BinaryOperator::add) {
    if (left.is_text() && right.is_text()) return join_texts(runtime, left, right);
    const List *a = left.as_list(), *b = right.as_list();
    if (a && b && a->is_tuple() == b->is_tuple() && a->has_positions() && b->has_positions())
      return join_lists(runtime, *a, *b);
  }
  if (op == BinaryOperator::multiply) {
    if (can_repeat(left) && right.is_integral()) return repeat(runtime, left, right.as_integer());
    if (can_repeat(right) && left.is_integral()) return repeat(runtime, right, left.as_integer());
  }
  bool text_and_number = op == BinaryOperator::add && (left.is_text() || right.is_text());
  return runtime.fail(fmt::format("'{}' does not work between {} and {}", sign_of(op),
                                  kind_name(left), kind_name(right)),
                      text_and_number ? "'~' joins anything as text" : "");
}

Value negative(Runtime& runtime, const Value& value) {
  if (value.is_integral())
    return value.as_integer() == INT64_MIN ? too_large(runtime)
                                           : Value::integer(-value.as_integer());
  if (value.is_numeric()) return Value::number(-value.as_number());
  if (value.is_undefined()) return runtime.fail_undefined(value);
  return runtime.fail(fmt::format("{} has no negative", kind_name(value)));
}

// Joins parts with `~`. If one of them is safe the others are escaped, if none is
// nothing is.
Value concat(Runtime& runtime, const std::vector<Value>& parts) {
  bool safe = false;
  if (runtime.autoescape)
    for (const Value& part : parts) safe |= part.is_safe() || part.kind() == Value::Kind::object;
  std::string out;
  for (const Value& part : parts) {
    if (safe)
      append_escaped_value(runtime, out, part);
    else
      append_printed(runtime, out, part);
    if (runtime.failed()) return {};
  }
  return runtime.text(std::move(out), safe);
}

// Which items a slice takes, as Python's slice.indices() says it.
struct Range {
  std::int64_t start = 0, step = 1, count = 0;
};

static Range resolve(std::int64_t size, const Value& from, const Value& to, std::int64_t step) {
  auto clip = [&](const Value& bound, std::int64_t fallback) {
    if (!bound.is_integral()) return fallback;
    std::int64_t i = bound.as_integer();
    if (i < 0) i = std::max<std::int64_t>(i, -size) + size - (i < -size ? 1 : 0);
    if (i < 0) return step < 0 ? std::int64_t{-1} : std::int64_t{0};
    return std::min(i, step < 0 ? size - 1 : size);
  };
  std::int64_t start = clip(from, step < 0 ? size - 1 : 0);
  std::int64_t stop = clip(to, step < 0 ? -1 : size);
  std::int64_t span = step > 0 ? stop - start : start - stop;
  std::uint64_t width =
      step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  std::int64_t count =
      span > 0 ? static_cast<std::int64_t>((static_cast<std::uint64_t>(span) - 1) / width) + 1 : 0;
  return {start, step, count};
}

static bool is_bound(const Value& value) {
  return value.is_undefined() || value.is_none() || value.is_integral();
}

Value slice(Runtime& runtime, const Value& of, const Value& start, const Value& stop,
            const Value& step) {
  if (of.is_undefined()) return runtime.fail_undefined(of);
  if (!is_bound(start) || !is_bound(stop) || !is_bound(step))
    return runtime.fail("the bounds of a slice are whole numbers");
  std::int64_t by = step.is_integral() ? step.as_integer() : 1;
  if (by == 0) return runtime.fail("the step of a slice cannot be 0");
  std::size_t size = 0;
  const List* list = of.as_list();
  bool sliceable = of.is_text() || of.as_sequence() || (list && can_repeat(of));
  if (!sliceable || !runtime.length(of, size))
    return runtime.fail(fmt::format("{} cannot be sliced", kind_name(of)));
  Range range = resolve(static_cast<std::int64_t>(size), start, stop, by);
  if (!runtime.spend(static_cast<std::uint64_t>(range.count))) return {};
  if (of.is_text() && by == 1)
    return runtime.text(
        std::string(code_point_range(of.as_text(), static_cast<std::size_t>(range.start),
                                     static_cast<std::size_t>(range.count))),
        of.is_safe());
  std::vector<std::string_view> letters;
  if (of.is_text()) letters = code_points(of.as_text());
  std::string text;
  std::vector<Value> items;
  for (std::int64_t i = 0, at = range.start; i < range.count;
       ++i, at += (i < range.count ? by : 0)) {
    auto index = static_cast<std::size_t>(at);
    if (of.is_text())
      text += letters[index];
    else
      items.push_back(list ? list->items[index] : of.as_sequence()->at(index));
  }
  if (of.is_text()) return runtime.text(std::move(text), of.is_safe());
  return make_list(std::move(items), list ? list->flavor : List::Flavor::list);
}

static bool less_items(Runtime& runtime, const std::vector<Value>& a, const std::vector<Value>& b,
                       int depth) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    if (!are_equal(a[i], b[i])) return less(runtime, a[i], b[i], depth + 1);
  return a.size() < b.size();
}

bool less(Runtime& runtime, const Value& a, const Value& b, int depth) {
  if (a.is_integral() && b.is_integral()) return a.as_integer() < b.as_integer();
  if (a.is_numeric() && b.is_numeric()) return a.as_number() < b.as_number();
  if (a.is_text() && b.is_text()) return a.as_text() < b.as_text();
  const List *left = a.as_list(), *right = b.as_list();
  bool alike = left && right && left->is_tuple() == right->is_tuple() && left->has_positions() &&
               right->has_positions();
  if (alike && depth < 100) return less_items(runtime, left->items, right->items, depth);
  if (a.is_undefined())
    runtime.fail_undefined(a);
  else if (b.is_undefined())
    runtime.fail_undefined(b);
  else
    runtime.fail(fmt::format("{} and {} have no order", kind_name(a), kind_name(b)));
  return false;
}

static bool equal(Runtime& runtime, const Value& left, const Value& right) {
  if (runtime.options.strict)
    for (const Value* side : {&left, &right})
      if (side->is_undefined() && !side->is_lenient()) runtime.fail_undefined(*side);
  return are_equal(left, right);
}

bool contains(Runtime& runtime, const Value& container, const Value& item) {
  if (container.is_text()) {
    if (item.is_text()) return container.as_text().find(item.as_text()) != std::string_view::npos;
    if (item.is_undefined())
      runtime.fail_undefined(item);
    else
      runtime.fail(fmt::format("{} cannot be in text", kind_name(item)));
    return false;
  }
  if (const Map* map = container.as_map()) {
    return runtime.may_be_key(item) && map->find(item);
  }
  Items items(runtime, container);
  for (Value each; items.next(each);) {
    if (equal(runtime, each, item)) return true;
    if (!runtime.spend(1)) return false;
  }
  return false;
}

bool compare(Runtime& runtime, Comparison op, const Value& left, const Value& right) {
  bool both_numbers = left.is_numeric() && right.is_numeric();
  switch (op) {
    case Comparison::equal:
      return equal(runtime, left, right);
    case Comparison::not_equal:
      return !equal(runtime, left, right);
    case Comparison::less:
      return less(runtime, left, right);
    case Comparison::greater:
      return less(runtime, right, left);
    // NaN is neither less than a number, nor equal to it, nor greater.
    case Comparison::less_equal:
      return both_numbers ? less(runtime, left, right) || are_equal(left, right)
                          : !less(runtime, right, left);
    case Comparison::greater_equal:
      return both_numbers ? less(runtime, right, left) || are_equal(left, right)
                          : !less(runtime, left, right);
    case Comparison::in:
      return contains(runtime, right, left);
    case Comparison::not_in:
      return !contains(runtime, right, left);
  }
  return false;
}

}  // namespace kbgen::jinja
