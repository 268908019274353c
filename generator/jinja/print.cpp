#include "jinja/print.h"

#include <fmt/format.h>

#include <utility>

#include "base/html.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

std::string_view kind_name(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::undefined:
      return "something undefined";
    case Value::Kind::none:
      return "none";
    case Value::Kind::boolean:
      return "a truth value";
    case Value::Kind::integer:
      return "a whole number";
    case Value::Kind::number:
      return "a number";
    case Value::Kind::text:
      return "text";
    case Value::Kind::list:
      switch (value.as_list()->flavor) {
        case List::Flavor::tuple:
        case List::Flavor::group:
          return "a tuple";
        case List::Flavor::iterator:
          return "the result of a filter that gives its items once (add '|list')";
        default:
          return "a list";
      }
    case Value::Kind::map:
      return "a mapping";
    case Value::Kind::sequence:
      return "a list";
    case Value::Kind::object:
      return value.as_object()->type_name();
  }
  return "";
}

static constexpr int deepest_repr = 100;

static void append_items(Runtime& runtime, std::string& out, const std::vector<Value>& items,
                         int depth) {
  bool first = true;
  for (const Value& item : items) {
    if (!std::exchange(first, false)) out += ", ";
    append_repr(runtime, out, item, depth);
    if (runtime.failed() || !runtime.spend(1)) return;
  }
}

static void append_list(Runtime& runtime, std::string& out, const List& list, int depth) {
  auto between = [&](std::string_view open, std::string_view close) {
    out += open;
    append_items(runtime, out, list.items, depth);
    out += close;
  };
  switch (list.flavor) {
    case List::Flavor::tuple:
    case List::Flavor::group:
      return between("(", list.items.size() == 1 ? ",)" : ")");
    case List::Flavor::keys:
      return between("dict_keys([", "])");
    case List::Flavor::values:
      return between("dict_values([", "])");
    case List::Flavor::items:
      return between("dict_items([", "])");
    default:
      return between("[", "]");
  }
}

static void append_map(Runtime& runtime, std::string& out, const Map& map, int depth) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : map.entries()) {
    if (!std::exchange(first, false)) out += ", ";
    append_repr(runtime, out, key, depth);
    out += ": ";
    append_repr(runtime, out, value, depth);
    if (runtime.failed() || !runtime.spend(1)) return;
  }
  out += '}';
}

static void append_sequence(Runtime& runtime, std::string& out, const Sequence& sequence,
                            int depth) {
  std::string special = sequence.printed();
  if (!special.empty()) {
    out += special;
    return;
  }
  std::vector<Value> items;
  for (std::size_t i = 0; i < sequence.size(); ++i) items.push_back(sequence.at(i));
  out += '[';
  append_items(runtime, out, items, depth);
  out += ']';
}

void append_repr(Runtime& runtime, std::string& out, const Value& value, int depth) {
  if (depth > deepest_repr) {
    runtime.fail_as("template-limit", "this is nested too deeply to be printed");
    return;
  }
  switch (value.kind()) {
    case Value::Kind::undefined:
      out += "Undefined";
      break;
    case Value::Kind::text:
      if (value.is_safe()) out += "Markup(";
      out += quoted(value.as_text());
      if (value.is_safe()) out += ')';
      break;
    case Value::Kind::list:
      append_list(runtime, out, *value.as_list(), depth + 1);
      break;
    case Value::Kind::map:
      append_map(runtime, out, *value.as_map(), depth + 1);
      break;
    case Value::Kind::sequence:
      append_sequence(runtime, out, *value.as_sequence(), depth + 1);
      break;
    case Value::Kind::object:
      out += fmt::format("<{}>", value.as_object()->type_name());
      break;
    default:
      append_printed(runtime, out, value);
  }
}

static void append_object(Runtime& runtime, std::string& out, const Value& value) {
  const Object& object = *value.as_object();
  std::size_t before = out.size();
  if (object.write(out)) {
    runtime.spend_text(out.size() - before);
    return;
  }
  std::vector<std::string> names = object.attribute_names();
  std::string help =
      names.empty() ? "" : fmt::format("print one of its fields, like '{}'", names[0]);
  runtime.fail(fmt::format("'{}' has no text of its own", object.type_name()), std::move(help));
}

void append_printed(Runtime& runtime, std::string& out, const Value& value) {
  switch (value.kind()) {
    case Value::Kind::undefined:
      if (runtime.options.strict && !value.is_lenient()) runtime.fail_undefined(value);
      break;
    case Value::Kind::none:
      out += "None";
      break;
    case Value::Kind::boolean:
      out += value.as_integer() ? "True" : "False";
      break;
    case Value::Kind::integer: {
      fmt::format_int digits(value.as_integer());
      out.append(digits.data(), digits.size());
      break;
    }
    case Value::Kind::number:
      out += printed_number(value.as_number());
      break;
    case Value::Kind::text:
      out += value.as_text();
      break;
    case Value::Kind::object:
      append_object(runtime, out, value);
      break;
    default:
      append_repr(runtime, out, value);
  }
}

std::string printed(Runtime& runtime, const Value& value) {
  std::string out;
  append_printed(runtime, out, value);
  return out;
}

static bool is_html(const Value& value) {
  return value.is_safe() || value.kind() == Value::Kind::object;
}

Value to_text(Runtime& runtime, const Value& value) {
  if (value.is_text()) return value;
  return runtime.text(printed(runtime, value), is_html(value));
}

void append_escaped_value(Runtime& runtime, std::string& out, const Value& value) {
  if (is_html(value) || value.is_integral() || value.is_none())
    return append_printed(runtime, out, value);
  if (value.is_text()) return append_escaped(out, value.as_text());
  append_escaped(out, printed(runtime, value));
}

Value escaped(Runtime& runtime, const Value& value) {
  if (value.is_safe()) return value;
  std::string out;
  append_escaped_value(runtime, out, value);
  return runtime.text(std::move(out), true);
}

}  // namespace kbgen::jinja
