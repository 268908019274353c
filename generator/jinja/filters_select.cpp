// Filters that look into each item, or choose between values.
#include <fmt/format.h>

#include "base/did_you_mean.h"
#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/methods.h"
#include "jinja/print.h"

namespace kbgen::jinja {

namespace {

using Flavor = List::Flavor;

// The arguments behind the first `count`, for a filter or test called by name.
Arguments rest_of(const Arguments& written, std::size_t count) {
  Arguments rest = written;
  rest.positional.erase(rest.positional.begin(),
                        rest.positional.begin() + static_cast<std::ptrdiff_t>(count));
  return rest;
}

const Value* named(const Call& call, std::string_view name) {
  for (const auto& [key, value] : call.written.named)
    if (key == name) return &value;
  return nullptr;
}

Value map_attribute(Call& call, const Value& attribute) {
  const Value* fallback = named(call, "default");
  for (const auto& [key, value] : call.written.named)
    if (key != "attribute" && key != "default")
      return call.runtime.fail(fmt::format("'map' has no argument '{}'", key));
  std::vector<Value> items, made;
  if (!call.runtime.items(call.self, items)) return {};
  for (const Value& item : items) {
    Value value = call.runtime.path(item, attribute);
    if (call.runtime.failed()) return {};
    made.push_back(value.is_undefined() && fallback && !fallback->is_none() ? *fallback
                                                                            : std::move(value));
  }
  return make_list(std::move(made), Flavor::iterator);
}

Value map(Call& call) {
  if (!call.self.is_undefined() && !is_true(call.self)) return make_list({}, Flavor::iterator);
  const Value* attribute = named(call, "attribute");
  if (attribute && call.written.positional.empty()) return map_attribute(call, *attribute);
  if (call.written.positional.empty())
    return call.runtime.fail("'map' needs the name of a filter",
                             "or an attribute: map(attribute='title')");
  const Value& name = call.written.positional[0];
  if (!name.is_text())
    return call.runtime.fail(fmt::format("the name of a filter is text, not {}", kind_name(name)));
  Arguments rest = rest_of(call.written, 1);
  std::vector<Value> items, made;
  if (!call.runtime.items(call.self, items)) return {};
  for (const Value& item : items) {
    made.push_back(call.runtime.call_filter(name.as_text(), item, rest));
    if (call.runtime.failed()) return {};
  }
  return make_list(std::move(made), Flavor::iterator);
}

enum class Subject { item, attribute };
enum class Keeps { passing, failing };

Value choose(Call& call, Subject subject, Keeps keeps) {
  if (!call.self.is_undefined() && !is_true(call.self)) return make_list({}, Flavor::iterator);
  std::size_t skipped = subject == Subject::attribute ? 1 : 0;
  const auto& positional = call.written.positional;
  if (positional.size() < skipped) return call.runtime.fail("the name of an attribute is missing");
  bool has_test = positional.size() > skipped;
  if (has_test && !positional[skipped].is_text())
    return call.runtime.fail(
        fmt::format("the name of a test is text, not {}", kind_name(positional[skipped])));
  Arguments rest = has_test ? rest_of(call.written, skipped + 1) : Arguments{};
  std::vector<Value> items, kept;
  if (!call.runtime.items(call.self, items)) return {};
  for (Value& item : items) {
    Value value = subject == Subject::attribute ? call.runtime.path(item, positional[0]) : item;
    if (call.runtime.failed()) return {};
    bool passes = has_test ? call.runtime.call_test(positional[skipped].as_text(), value, rest)
                           : call.runtime.truth(value);
    if (call.runtime.failed()) return {};
    if (passes == (keeps == Keeps::passing)) kept.push_back(std::move(item));
  }
  return make_list(std::move(kept), Flavor::iterator);
}

Value select(Call& call) { return choose(call, Subject::item, Keeps::passing); }
Value reject(Call& call) { return choose(call, Subject::item, Keeps::failing); }
Value selectattr(Call& call) { return choose(call, Subject::attribute, Keeps::passing); }
Value rejectattr(Call& call) { return choose(call, Subject::attribute, Keeps::failing); }

Value default_value(Call& call) {
  bool replaces = call.self.is_undefined() || (call.truth(1, false) && !is_true(call.self));
  if (!replaces) return call.self;
  bool given = !call.written.positional.empty() || named(call, "default_value");
  return given ? call[0] : Value::view("");
}

// The filter `attr` finds attributes, which are methods and fields of objects, and never
// items.
Value attr(Call& call) {
  std::string_view name = call.text(0, "");
  if (call.self.as_object()) return call.runtime.attribute(call.self, name);
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  if (const Function* method = find_method(call.self, name)) return bind(*method, call.self);
  const List* list = call.self.as_list();
  if (list && list->flavor == Flavor::group) return call.runtime.attribute(call.self, name);
  return Value::undefined(fmt::format("{} has no attribute '{}'", kind_name(call.self), name),
                          did_you_mean(name, method_names(call.self)));
}

constexpr Function filters[] = {
    {"attr", "name", attr},
    {"d", "default_value? boolean?", default_value},
    {"default", "default_value? boolean?", default_value},
    {"map", "*", map},
    {"reject", "*", reject},
    {"rejectattr", "*", rejectattr},
    {"select", "*", select},
    {"selectattr", "*", selectattr},
};

}  // namespace

std::span<const Function> selecting_filters() { return filters; }

}  // namespace kbgen::jinja
