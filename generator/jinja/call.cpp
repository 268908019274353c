#include "jinja/call.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "jinja/print.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

std::int64_t Call::integer(std::size_t i, std::int64_t fallback) const {
  if (!has(i)) return fallback;
  if (arguments[i].is_integral()) return arguments[i].as_integer();
  runtime.fail(fmt::format("expected a whole number, got {}", kind_name(arguments[i])));
  return fallback;
}

std::string_view Call::text(std::size_t i, std::string_view fallback) const {
  if (!has(i)) return fallback;
  if (arguments[i].is_text()) return arguments[i].as_text();
  runtime.fail(fmt::format("expected text, got {}", kind_name(arguments[i])));
  return fallback;
}

static Value fail_to_bind(Runtime& runtime, const Function& function, const Arguments& written) {
  auto names = function.parameters.names();
  if (written.positional.size() > names.size())
    return runtime.fail(fmt::format("'{}' takes {} arguments, not {}", function.name,
                                    names.empty() ? "no" : fmt::format("at most {}", names.size()),
                                    written.positional.size()));
  for (const auto& [name, value] : written.named)
    if (std::ranges::find(names, name) == names.end())
      return runtime.fail(fmt::format("'{}' has no argument '{}'", function.name, name),
                          did_you_mean(name, std::vector<std::string>(names.begin(), names.end())));
  return {};
}

static Value bind_and_run(Runtime& runtime, const Function& function, const Value& self,
                          const Arguments& written) {
  Call call{runtime, self, written, {}};
  std::size_t used = 0, i = 0;
  for (std::string_view parameter : function.parameters.names()) {
    auto named = std::ranges::find(written.named, parameter, &std::pair<std::string, Value>::first);
    bool by_name = named != written.named.end();
    if (i < written.positional.size()) {
      if (by_name)
        return runtime.fail(fmt::format("'{}' is given '{}' twice", function.name, parameter));
      call.arguments[i] = written.positional[i];
    } else if (by_name) {
      call.arguments[i] = named->second;
    } else if (!function.parameters.is_optional(i)) {
      return runtime.fail(fmt::format("'{}' needs an argument '{}'", function.name, parameter));
    }
    used += by_name;
    ++i;
  }
  if (written.positional.size() > i || used < written.named.size())
    return fail_to_bind(runtime, function, written);
  return function.run(call);
}

Value Runtime::call_function(const Function& function, const Value& self,
                             const Arguments& arguments) {
  if (failed_) return {};
  if (!function.parameters.takes_any) return bind_and_run(*this, function, self, arguments);
  Call call{*this, self, arguments, {}};
  return function.run(call);
}

namespace {

// A function as a value of a template: `{% set f = name.upper %}{{ f() }}`.
struct BoundFunction : Object {
  BoundFunction(const Function& f, Value s) : function(f), self(std::move(s)) {}
  std::string_view type_name() const override { return function.name; }
  Value attribute(std::string_view) const override { return {}; }
  std::vector<std::string> attribute_names() const override { return {}; }
  bool has_fixed_fields() const override { return false; }
  bool is_callable() const override { return true; }
  Value call(Runtime& runtime, const Arguments& arguments) const override {
    return runtime.call_function(function, self, arguments);
  }
  const Function& function;
  Value self;
};

}  // namespace

Value bind(const Function& function, Value self) {
  return Value::own(std::make_unique<BoundFunction>(function, std::move(self)));
}

}  // namespace kbgen::jinja
