// Filters, tests and global functions: plain functions in tables.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jinja/value.h"

namespace kbgen::jinja {

class Runtime;

// As they stand in a call: f(1, 2, a=3).
struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> named;
};

// The names of what a function takes, '?' behind those that may be left out:
// "length? killwords?". "*" alone: whatever comes. Taken apart by the compiler.
class Parameters {
 public:
  static constexpr std::size_t most = 6;

  constexpr Parameters(const char* written) : takes_any(std::string_view(written) == "*") {
    std::string_view rest = takes_any ? "" : written;
    while (!rest.empty()) {
      std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      optional_[count_] = name.ends_with('?');
      names_[count_] = name.substr(0, name.size() - optional_[count_]);
      ++count_;
    }
  }
  std::span<const std::string_view> names() const { return {names_.data(), count_}; }
  bool is_optional(std::size_t i) const { return optional_[i]; }

  bool takes_any;

 private:
  std::array<std::string_view, most> names_{};
  std::array<bool, most> optional_{};
  std::size_t count_ = 0;
};

// One call of a Function, its arguments sorted into the declared parameters.
struct Call {
  Runtime& runtime;
  const Value& self;         // what stands before '|' or 'is'
  const Arguments& written;  // for functions that take any
  std::array<Value, Parameters::most> arguments;

  const Value& operator[](std::size_t i) const { return arguments[i]; }
  bool has(std::size_t i) const { return !arguments[i].is_undefined(); }  // given
  bool is_set(std::size_t i) const { return has(i) && !arguments[i].is_none(); }

  // Report an argument of another kind, then give the fallback.
  std::int64_t integer(std::size_t i, std::int64_t fallback) const;
  bool truth(std::size_t i, bool fallback) const {
    return has(i) ? is_true(arguments[i]) : fallback;
  }
  std::string_view text(std::size_t i, std::string_view fallback) const;
};

// A row of a table: {"truncate", "length? killwords? end? leeway?", truncate}.
struct Function {
  std::string_view name;
  Parameters parameters;
  Value (*run)(Call& call);
};

// The methods of one name, of each kind of value that has any.
struct Methods {
  const Function *of_text = nullptr, *of_list = nullptr, *of_tuple = nullptr, *of_map = nullptr;
};
Methods methods_named(std::string_view name);

}  // namespace kbgen::jinja
