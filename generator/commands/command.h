// A command is data: its name, what it is for and what may be given to it. The
// parser, its help, completion and manual pages are all made of this.
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
  number,           // a whole one
  decimal,
};

struct Range {
  std::int64_t first = 0, last = 0;  // both may be given
};

// One thing that may be given to a command. A name with dashes is an option;
// any other ("FILE") is an argument, found by its place.
struct Option {
  std::string_view name = {};
  std::string_view meaning = {};  // in help; "{}" in it stands for all of `words`
  Takes takes = Takes::nothing;
  std::string_view value = {};  // how help calls what it takes, if not "TEXT" and the like
  bool is_required = false;
  std::string_view initially = {};                // what counts if it is not given; help shows it
  std::optional<Range> range = {};                // of a number
  std::vector<std::string> (*words)() = nullptr;  // the only ones it takes
  // Says what is wrong with a value, nothing if it is good. Without this, what is not
  // one of `words` gets a plain message.
  std::string (*problem_of)(const std::string& value) = nullptr;
};

struct Command {
  std::string_view name = {};         // as it is typed behind `kbgen`: "build", "theme new"
  std::string_view purpose = {};      // one line, for lists of commands
  std::string_view description = {};  // what its help begins with; empty: the purpose
  std::span<const Option> options = {};
  std::string_view footer = {};                // examples, behind the options
  std::span<const Command* const> parts = {};  // of "theme": "theme new" and others, one of
                                               // which has to be given
  // The result is the exit status: 0 clean, 1 the content is wrong, 2 the
  // command line is wrong. A command with parts has none: they run.
  int (*run)(const Arguments& given) = nullptr;
};

using Commands = std::span<const Command* const>;

// Every command has it, and the parser answers it.
inline constexpr Option help_option = {"-h,--help", "Print this help message and exit"};

// Help first, then the command's own.
std::vector<Option> options_with_help(const Command& command);

bool is_argument(const Option& option);

// "-h" and "--help" of "-h,--help".
std::vector<std::string> names_of(const Option& option);

// Its meaning, with the words that it takes.
std::string meaning_of(const Option& option);

// How help calls what it takes: "TEXT", "INT:INT in [1 - 1024]"; empty for a flag.
std::string value_of(const Option& option);

std::string_view description_of(const Command& command);

// "new" of "theme new".
std::string_view last_word(const Command& command);

// "unknown format 'apaa': did you mean 'apa'?", or nothing if it is one of `words`.
std::string problem_of_word(std::string_view what, const std::string& word,
                            const std::vector<std::string>& words);

}  // namespace kbgen
