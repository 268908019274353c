#include "jinja/runtime.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "jinja/call.h"
#include "jinja/methods.h"
#include "jinja/print.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

Runtime::Runtime(const Library& lib, const Options& opts, Diagnostics& diag)
    : library(lib), options(opts), autoescape(opts.autoescape), diag_(diag) {}

Value Runtime::fail(std::string message, std::string help) {
  return fail_as("template-error", std::move(message), std::move(help));
}

Value Runtime::fail_as(std::string_view code, std::string message, std::string help) {
  if (failed_) return {};
  failed_ = true;
  Diagnostic& report = diag_.error(code, place, std::move(message), std::move(help));
  for (std::size_t i = trace.size(); i-- > 0;) {
    const TraceStep& step = trace[i];
    Location from = locate(step.from);
    std::string what = step.name.empty()
                           ? std::string(step.what)
                           : fmt::format("{} '{}'{}", step.what, step.name, step.link);
    report.trail.push_back(
        fmt::format("{} {}:{}:{}", what, from.path, from.at.line, from.at.column));
    if (report.trail.size() < 12 || i < 4) continue;
    report.trail.push_back(fmt::format("… {} more …", i - 3));
    i = 3;
  }
  return {};
}

Value Runtime::fail_undefined(const Value& value) {
  std::string help = value.undefined_help();
  if (!value.undefined_name().empty()) {
    help = did_you_mean(value.undefined_name(), visible_names());
  }
  return fail_as("undefined-variable", value.undefined_message(), std::move(help));
}

bool Runtime::fail_too_long() {
  fail_as("template-limit",
          fmt::format("this takes more than {} steps: it may never end", options.most_steps));
  return false;
}

bool Runtime::fail_too_large() {
  fail_as("template-limit",
          fmt::format("this makes more than {} MB of text", options.most_text / (1024 * 1024)));
  return false;
}

bool Runtime::fail_too_deep() {
  fail_as("template-limit", "this is nested too deeply",
          "does something include or call itself without end?");
  return false;
}

Value Runtime::text(std::string made, bool safe) {
  if (!spend_text(made.size())) return {};
  return safe ? Value::safe_text(std::move(made)) : Value::text(std::move(made));
}

Value Runtime::missing(const Value& of, const Value& key) {
  if (!key.is_text())
    return Value::undefined(
        fmt::format("{} has no element {}", kind_name(of), printed(*this, key)));
  std::vector<std::string> names = method_names(of);
  if (const Map* map = of.as_map())
    for (const auto& [name, value] : map->entries())
      if (name.is_text()) names.emplace_back(name.as_text());
  return Value::undefined(fmt::format("{} has no '{}'", kind_name(of), key.as_text()),
                          did_you_mean(key.as_text(), names));
}

Value Runtime::object_attribute(const Object& object, std::string_view name) {
  Value value = object.attribute(name);
  if (!value.is_undefined()) return value;
  std::vector<std::string> names = object.attribute_names();
  bool is_absent = std::ranges::find(names, name) != names.end();
  std::string message = fmt::format("'{}' has no field '{}'", object.type_name(), name);
  std::string help = did_you_mean(name, names);
  if (is_absent) message = fmt::format("'{}' of this '{}' is not set", name, object.type_name());
  if (is_absent) help = fmt::format("ask first: '{{% if … .{} is defined %}}'", name);
  if (!is_absent && options.strict && object.has_fixed_fields())
    return fail_as("unknown-field", std::move(message), std::move(help));
  return Value::undefined(std::move(message), std::move(help));
}

// Evaluates `of.name` where it is no field of a mapping: Jinja asks for an attribute, as
// Python's getattr() does, and then for an item.
const Value& Runtime::other_attribute(const Value& of, const HashedText& name,
                                      const Methods& methods, Value& made) {
  if (const Object* object = of.as_object()) return made = object_attribute(*object, name.text);
  if (of.is_undefined()) return made = fail_undefined(of);
  if (const Function* method = find_method(of, methods)) return made = bind(*method, of);
  if (const List* list = of.as_list(); list && list->flavor == List::Flavor::group) {
    if (name.text == "grouper") return made = list->items[0];
    if (name.text == "list") return made = list->items[1];
  }
  return made = missing(of, Value::view(name.text));
}

Value Runtime::attribute(const Value& of, std::string_view name) {
  Value made;
  const Value& found = attribute(of, HashedText(name), methods_named(name), made);
  return &found == &made ? std::move(made) : found;
}

static bool position(std::int64_t index, std::size_t size, std::size_t& at) {
  auto length = static_cast<std::int64_t>(size);
  if (index < 0) index += length;
  at = static_cast<std::size_t>(index);
  return index >= 0 && index < length;
}

Value Runtime::item(const Value& of, const Value& key) {
  if (of.is_undefined()) return fail_undefined(of);
  if (const Map* map = of.as_map()) {
    if (key.is_undefined() && options.strict && !key.is_lenient()) return fail_undefined(key);
    if (is_hashable(key))
      if (const Value* found = map->find(key)) return *found;
  }
  if (key.is_integral()) {
    std::size_t at = 0;
    std::int64_t index = key.as_integer();
    if (const List* list = of.as_list()) {
      if (list->has_positions() && position(index, list->items.size(), at)) return list->items[at];
    }
    if (const Sequence* sequence = of.as_sequence())
      if (position(index, sequence->size(), at)) return sequence->at(at);
    if (of.is_text() && position(index, count_code_points(of.as_text()), at))
      return text(std::string(code_point_range(of.as_text(), at, 1)), of.is_safe());
  }
  if (key.is_text()) {
    if (const Object* object = of.as_object()) return object_attribute(*object, key.as_text());
    if (const Function* method = find_method(of, key.as_text())) return bind(*method, of);
  }
  return missing(of, key);
}

Value Runtime::path(Value of, const Value& path) {
  if (path.is_undefined() || path.is_none()) return of;
  if (!path.is_text()) return item(of, path);
  std::string_view rest = path.as_text();
  while (!failed_) {
    std::size_t dot = rest.find('.');
    std::string_view part = rest.substr(0, dot);
    bool is_index =
        !part.empty() && part.size() < 10 && part.find_first_not_of("0123456789") == part.npos;
    of = is_index ? item(of, Value::integer(std::stoll(std::string(part))))
                  : item(of, Value::view(part));
    if (dot == rest.npos) break;
    rest.remove_prefix(dot + 1);
  }
  return of;
}

Value Runtime::call(const Value& callee, const Arguments& arguments) {
  if (callee.is_undefined()) return fail_undefined(callee);
  const Object* object = callee.as_object();
  if (!object || !object->is_callable())
    return fail(fmt::format("{} cannot be called", kind_name(callee)));
  if (!spend(1)) return {};
  return object->call(*this, arguments);
}

Value Runtime::call_filter(std::string_view name, const Value& self, const Arguments& arguments) {
  if (const Function* function = library.filters.find(name))
    return call_function(*function, self, arguments);
  return fail_as("unknown-filter", fmt::format("there is no filter '{}'", name),
                 did_you_mean(name, library.filters.names()));
}

bool Runtime::call_test(std::string_view name, const Value& self, const Arguments& arguments) {
  if (const Function* function = library.tests.find(name))
    return is_true(call_function(*function, self, arguments));
  fail_as("unknown-test", fmt::format("there is no test '{}'", name),
          did_you_mean(name, library.tests.names()));
  return false;
}

bool Runtime::truth(const Value& value) {
  if (value.is_undefined() && options.strict && !value.is_lenient()) fail_undefined(value);
  return is_true(value);
}

bool Runtime::may_be_key(const Value& value) {
  if (value.is_undefined() && options.strict && !value.is_lenient())
    fail_undefined(value);
  else if (!is_hashable(value))
    fail(fmt::format("{} cannot be a key", kind_name(value)));
  return !failed();
}

bool Runtime::length(const Value& value, std::size_t& length) {
  if (const List* list = value.as_list()) {
    length = list->items.size();
    return list->flavor != List::Flavor::iterator;
  }
  if (const Map* map = value.as_map())
    length = map->entries().size();
  else if (const Sequence* sequence = value.as_sequence())
    length = sequence->size();
  else if (value.is_text())
    length = count_code_points(value.as_text());
  else if (value.is_undefined() && !(options.strict && !value.is_lenient()))
    length = 0;
  else
    return false;
  return true;
}

bool Runtime::items(const Value& of, std::vector<Value>& items) {
  if (const List* list = of.as_list(); list && list->flavor != List::Flavor::iterator) {
    if (!spend(list->items.size())) return false;
    items.insert(items.end(), list->items.begin(), list->items.end());
    return true;
  }
  Items all(*this, of);
  for (Value item; all.next(item);) {
    if (!spend(1)) return false;
    items.push_back(std::move(item));
  }
  return !failed_;
}

static Value letters_of(const Value& text) {
  std::vector<Value> letters;
  for (std::string_view letter : code_points(text.as_text()))
    letters.push_back(Value::text(std::string(letter)));
  return make_list(std::move(letters));
}

Items::Items(Runtime& runtime, Value of) : of_(std::move(of)) {
  switch (of_.kind()) {
    case Value::Kind::undefined:
      if (runtime.options.strict && !of_.is_lenient()) runtime.fail_undefined(of_);
      break;
    case Value::Kind::text:
      of_ = letters_of(of_);
      break;
    case Value::Kind::list:
      start_ = of_.as_list()->consumed;
      break;
    case Value::Kind::map:
    case Value::Kind::sequence:
      break;
    default:
      good_ = false;
      runtime.fail(fmt::format("{} cannot be looped over", kind_name(of_)));
  }
}

bool Items::next(Value& item) {
  if (List* list = of_.as_list()) {
    std::size_t& at = list->flavor == List::Flavor::iterator ? list->consumed : at_;
    if (at >= list->items.size()) return false;
    item = list->items[at++];
    return true;
  }
  if (const Map* map = of_.as_map()) {
    if (at_ >= map->entries().size()) return false;
    item = map->entries()[at_++].first;
    return true;
  }
  if (const Sequence* sequence = of_.as_sequence()) {
    if (at_ >= sequence->size()) return false;
    item = sequence->at(at_++);
    return true;
  }
  return false;
}

std::size_t Items::size() const {
  if (const List* list = of_.as_list())
    return list->items.size() - (list->flavor == List::Flavor::iterator ? start_ : 0);
  if (const Map* map = of_.as_map()) return map->entries().size();
  if (const Sequence* sequence = of_.as_sequence()) return sequence->size();
  return 0;
}

}  // namespace kbgen::jinja
