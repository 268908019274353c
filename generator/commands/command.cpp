#include "commands/command.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/text.h"

namespace kbgen {

std::vector<Option> options_with_help(const Command& command) {
  std::vector<Option> options{help_option};
  options.insert(options.end(), command.options.begin(), command.options.end());
  return options;
}

bool is_argument(const Option& option) { return !option.name.starts_with('-'); }

std::vector<std::string> names_of(const Option& option) {
  std::vector<std::string> names;
  for (std::string_view name : split(option.name, ',')) names.emplace_back(name);
  return names;
}

std::string meaning_of(const Option& option) {
  std::string meaning(option.meaning);
  return option.words ? replace_all(meaning, "{}", join(option.words(), ", ")) : meaning;
}

std::string value_of(const Option& option) {
  if (!option.value.empty()) return std::string(option.value);
  if (option.range)
    return fmt::format("INT:INT in [{} - {}]", option.range->first, option.range->last);
  switch (option.takes) {
    case Takes::nothing:
      return "";
    case Takes::text:
    case Takes::text_or_nothing:
    case Takes::texts:
    case Takes::texts_by_commas:
      return "TEXT";
    case Takes::number:
      return "INT";
    case Takes::decimal:
      return "FLOAT";
  }
  return "";
}

std::string_view description_of(const Command& command) {
  return command.description.empty() ? command.purpose : command.description;
}

std::string_view last_word(const Command& command) {
  return command.name.substr(command.name.rfind(' ') + 1);
}

std::string problem_of_word(std::string_view what, const std::string& word,
                            const std::vector<std::string>& words) {
  if (std::ranges::find(words, word) != words.end()) return "";
  std::string help = did_you_mean(word, words);
  return fmt::format("unknown {} '{}': {}", what, word,
                     help.empty() ? "there are " + join(words, ", ") : help);
}

}  // namespace kbgen
