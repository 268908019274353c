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

struct Call;

// The arguments of a call as they are written: f(1, 2, a=3).
struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> named;
};

// The parameters of a function, written as their names with '?' behind those that may
// be left out: "length? killwords?". "*" alone takes whatever comes. The compiler
// takes the text apart.
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

// A row of a table: {"truncate", "length? killwords? end? leeway?", truncate}.
struct Function {
  std::string_view name;
  Parameters parameters;
  Value (*run)(Call& call);
};

// The methods of one name, for each kind of value that has one; null for the others.
struct Methods {
  const Function *of_text = nullptr, *of_list = nullptr, *of_tuple = nullptr, *of_map = nullptr;
};

}  // namespace kbgen::jinja
