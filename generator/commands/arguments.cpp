#include "commands/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace kbgen {

Arguments::Arguments(const Command& command, std::vector<GivenValue> values)
    : command_(&command), values_(std::move(values)) {}

const GivenValue& Arguments::find(std::string_view name) const {
  auto option = std::ranges::find(command_->options, name, &Option::name);
  if (option == command_->options.end())
    throw std::logic_error(fmt::format("kbgen {} does not offer {}", command_->name, name));
  return values_[static_cast<std::size_t>(option - command_->options.begin())];
}

template <typename Value>
const Value& Arguments::get(std::string_view name) const {
  if (auto* value = std::get_if<Value>(&find(name).value)) return *value;
  throw std::logic_error(
      fmt::format("kbgen {} takes something else with {}", command_->name, name));
}

bool Arguments::flag(std::string_view name) const { return get<bool>(name); }
const std::string& Arguments::text(std::string_view name) const { return get<std::string>(name); }
const std::vector<std::string>& Arguments::list(std::string_view name) const {
  return get<std::vector<std::string>>(name);
}
std::int64_t Arguments::number(std::string_view name) const { return get<std::int64_t>(name); }
double Arguments::decimal(std::string_view name) const { return get<double>(name); }
bool Arguments::has(std::string_view name) const { return find(name).is_given; }

static GivenValue nothing_given(const Option& option) {
  switch (option.takes) {
    case Takes::nothing:
      return {false};
    case Takes::text:
    case Takes::text_or_nothing:
      return {std::string()};
    case Takes::texts:
    case Takes::texts_by_commas:
      return {std::vector<std::string>()};
    case Takes::number:
      return {std::int64_t{0}};
    case Takes::decimal:
      return {0.0};
  }
  return {};
}

std::vector<GivenValue> nothing_given(const Command& command) {
  std::vector<GivenValue> values;
  for (const Option& option : command.options) values.push_back(nothing_given(option));
  return values;
}

}  // namespace kbgen
