// What was given to a command on its command line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "commands/command.h"

namespace kbgen {

// What was given for one option, in the type that the option takes.
struct GivenValue {
  std::variant<bool, std::string, std::vector<std::string>, std::int64_t, double> value;
  bool is_given = false;
};

// The values given to one command, found by the name under which the command offers the option.
// Asking for an option that it does not offer, or for a number where it takes a text, is a mistake
// of the program and throws std::logic_error. The command must outlive this.
class Arguments {
 public:
  // `values` has one value for each option of the command, in the same order.
  Arguments(const Command& command, std::vector<GivenValue> values);

  const Command& command() const { return *command_; }

  bool flag(std::string_view name) const;
  // Both are empty if the option was not given, unless it has an `default_value`.
  const std::string& text(std::string_view name) const;
  const std::vector<std::string>& list(std::string_view name) const;
  std::int64_t number(std::string_view name) const;  // 0 if it was not given
  double decimal(std::string_view name) const;

  // Whether the author typed the option, even with the value that it would have had anyway.
  bool has(std::string_view name) const;

 private:
  const GivenValue& find(std::string_view name) const;
  template <typename Value>
  const Value& get(std::string_view name) const;

  const Command* command_;
  std::vector<GivenValue> values_;
};

// One empty value for each option of the command, in the type that the option takes.
std::vector<GivenValue> nothing_given(const Command& command);

}  // namespace kbgen
