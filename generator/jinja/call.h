// Calls of the functions in the tables.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "jinja/function.h"
#include "jinja/value.h"

namespace kbgen::jinja {

class Runtime;

// One call of a Function, its arguments sorted into the declared parameters.
struct Call {
  Runtime& runtime;
  const Value& self;         // what stands before '|' or 'is'
  const Arguments& written;  // all arguments, for functions that take any
  std::array<Value, Parameters::most> arguments;

  const Value& operator[](std::size_t i) const { return arguments[i]; }
  bool has(std::size_t i) const { return !arguments[i].is_undefined(); }
  bool is_set(std::size_t i) const { return has(i) && !arguments[i].is_none(); }

  // Read an argument. One of another kind is reported and gives the fallback, as does
  // one that was left out.
  std::int64_t integer(std::size_t i, std::int64_t fallback) const;
  bool truth(std::size_t i, bool fallback) const {
    return has(i) ? is_true(arguments[i]) : fallback;
  }
  std::string_view text(std::size_t i, std::string_view fallback) const;
};

// Makes a value of a global function, or of a method of `self`.
Value bind(const Function& function, Value self);

}  // namespace kbgen::jinja
