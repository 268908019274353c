// Filters, tests and global functions: plain functions in tables.
#pragma once

#include <array>
#include <optional>
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

// One call of a Function, its arguments sorted into the declared parameters.
struct Call {
  static constexpr std::size_t most_parameters = 6;

  Runtime& runtime;
  const Value& self;         // what stands before '|' or 'is'
  const Arguments& written;  // for functions that take any
  std::array<Value, most_parameters> arguments;

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
// Parameters are names, '?' for those that may be left out; "*" alone takes
// whatever comes.
struct Function {
  std::string_view name;
  std::string_view parameters;
  Value (*run)(Call& call);
};

}  // namespace kbgen::jinja
