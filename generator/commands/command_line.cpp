// Describes our options to the library CLI11, which reads command lines, writes help and says what
// is wrong with what was typed. No other file uses that library.

#include "commands/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>

#include "base/text.h"

namespace kbgen {

namespace {

std::string problem_of_value(const Option& option, const std::string& value) {
  if (option.problem_of) return option.problem_of(value);
  if (!option.words) return "";
  std::vector<std::string> words = option.words();
  bool is_known = std::ranges::find(words, value) != words.end();
  return is_known ? "" : fmt::format("{} not in {{{}}}", value, join(words, ","));
}

// Declares one option to CLI11, which will write what was given for it into `given`.
CLI::Option* add_option(CLI::App& app, const Option& option, GivenValue& given) {
  const std::string name(option.name), meaning = meaning_of(option);
  if (option.takes == Takes::nothing)
    return app.add_flag(name, std::get<bool>(given.value), meaning);
  CLI::Option* added =
      std::visit([&](auto& value) { return app.add_option(name, value, meaning); }, given.value);
  added->type_name(value_of(option))->required(option.is_required);
  if (option.takes == Takes::text_or_nothing) added->expected(0, 1);
  if (option.takes == Takes::texts && !is_argument(option)) added->allow_extra_args(false);
  if (option.takes == Takes::texts_by_commas) added->delimiter(',');
  if (option.range)
    added->check(CLI::Range(option.range->first, option.range->last).description(""));
  if (option.words || option.problem_of)
    added->check([&option](const std::string& value) { return problem_of_value(option, value); });
  if (!option.default_value.empty()) added->default_val(std::string(option.default_value));
  return added;
}

// One command, or one part of a command, while its command line is read. CLI11 writes into
// `values_`, so a Reader is never moved.
class Reader {
 public:
  Reader(const Command& command, CLI::App& app)
      : command_(command), app_(app), values_(nothing_given(command)) {
    for (std::size_t i = 0; i < values_.size(); ++i)
      options_.push_back(add_option(app, command.options[i], values_[i]));
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  bool was_named() const { return app_.parsed(); }

  Arguments take() {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i].is_given = options_[i]->count() > 0;
    return Arguments(command_, std::move(values_));
  }

 private:
  const Command& command_;
  CLI::App& app_;
  std::vector<GivenValue> values_;
  std::vector<CLI::Option*> options_;
};

}  // namespace

std::variant<Arguments, int> parse_command_line(const Command& command, int argc, char** argv) {
  CLI::App app(std::string(description_of(command)), "kbgen " + std::string(command.name));
  app.set_help_flag(std::string(help_option.name), std::string(help_option.meaning));
  app.footer(std::string(command.footer));
  Reader whole(command, app);
  std::deque<Reader> parts;
  for (const Command* part : command.parts)
    parts.emplace_back(*part, *app.add_subcommand(std::string(last_word(*part)),
                                                  std::string(description_of(*part))));
  if (!parts.empty()) app.require_subcommand(command.run ? 0 : 1, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  for (Reader& part : parts)
    if (part.was_named()) return part.take();
  return whole.take();
}

int run_command(const Command& command, int argc, char** argv) {
  std::variant<Arguments, int> parsed = parse_command_line(command, argc, argv);
  if (int* status = std::get_if<int>(&parsed)) return *status;
  const Arguments& given = std::get<Arguments>(parsed);
  return given.command().run(given);
}

int refuse_command_line(std::string_view problem) {
  fmt::print(stderr, "{}\nRun with --help for more information.\n", problem);
  return 2;
}

}  // namespace kbgen
