// A command as data: its name, what it is for and what may be given to it. Its parser, its help,
// the completion of shells and the manual pages are all made from this.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

class Arguments;

// What an option takes from the command line.
enum class Takes {
  nothing,  // a flag, which is there or is not
  text,
  text_or_nothing,  // "--apply 1,3" and "--apply"
  texts,            // "--field a --field b"; of an argument: "FILE FILE"
  texts_by_commas,  // "--kind a,b"
  number,           // an integer
  decimal,          // a floating point number
};

// The integers that an option takes.
struct Range {
  std::int64_t first = 0, last = 0;  // inclusive
};

// One thing that may be given to a command. A name with dashes is an option; any other ("FILE") is
// an argument, found by its place.
struct Option {
  std::string_view name = {};
  std::string_view meaning = {};  // for help; "{}" in it is replaced by all of `words`
  Takes takes = Takes::nothing;
  std::string_view value = {};  // what help calls the value; empty: "TEXT", "INT" and so on
  bool is_required = false;
  std::string_view default_value = {};            // the default value; help shows it
  std::optional<Range> range = {};                // for a number
  std::vector<std::string> (*words)() = nullptr;  // the only values it takes; null: any
  // Says what is wrong with a value; the empty string if it is good. Without this function, a
  // value that is not one of `words` is refused with a plain message.
  std::string (*problem_of)(const std::string& value) = nullptr;
};

// One command of kbgen, or one part of a command: "theme new" is a part of "theme".
struct Command {
  std::string_view name = {};         // as it is typed after `kbgen`: "build", "theme new"
  std::string_view purpose = {};      // one line, for lists of commands
  std::string_view description = {};  // the first lines of its help; empty: the purpose
  std::span<const Option> options = {};
  std::string_view footer = {};                // examples, below the options
  std::span<const Command* const> parts = {};  // one of them may be given in place of options
  // Runs the command and returns the exit status: 0 clean, 1 the content is wrong, 2 the command
  // line is wrong. A part that is given runs instead; if this is null, one has to be given.
  int (*run)(const Arguments& given) = nullptr;
};

using Commands = std::span<const Command* const>;

// The option for help, which every command has. The parser answers it.
inline constexpr Option help_option = {"-h,--help", "Print this help message and exit"};

// The option for help, then the options of the command.
std::vector<Option> options_with_help(const Command& command);

// Whether it is an argument, found by its place, and not an option with dashes.
bool is_argument(const Option& option);

// The names of an option: "-h" and "--help" for "-h,--help".
std::vector<std::string> names_of(const Option& option);

// The meaning of an option, with the values that it takes in place of "{}".
std::string meaning_of(const Option& option);

// What help calls the value of an option: "TEXT", "INT:INT in [1 - 1024]"; empty for a flag.
std::string value_of(const Option& option);

// The description of a command, or its purpose if it has none.
std::string_view description_of(const Command& command);

// The last word of a command's name: "new" for "theme new".
std::string_view last_word(const Command& command);

// "unknown format 'apaa': did you mean 'apa'?", or the empty string if `word` is one of `words`.
// `what` is the noun in the message.
std::string problem_of_word(std::string_view what, const std::string& word,
                            const std::vector<std::string>& words);

}  // namespace kbgen
