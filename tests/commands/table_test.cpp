// Every command, seen from outside: that it is in the table, that what it offers
// makes sense, and that it asks for nothing else.

#include "commands/table.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "commands/describe.h"
#include "support/run_kbgen.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

const std::string folder = KBGEN_SOURCE_DIR "/generator/commands";

// Commands, and their parts behind them.
std::vector<const Command*> commands_and_parts() {
  std::vector<const Command*> all;
  for (const Command* command : all_commands()) {
    all.push_back(command);
    all.insert(all.end(), command->parts.begin(), command->parts.end());
  }
  return all;
}

// "import feed" is import_feed_command, in import_feed.cpp.
std::string identifier_of(const Command& command) { return replace_all(command.name, " ", "_"); }

struct Match {
  std::string file, first, second;
};

std::vector<Match> matches_in_sources(const std::regex& pattern) {
  std::vector<Match> matches;
  for (const std::string& file : files_below(folder)) {
    const std::string text = read_bytes(join_path(folder, file));
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
      matches.push_back({file, (*at)[1], (*at)[2]});
  }
  return matches;
}

// Options that code in this file may ask for: of the commands that are called like
// the file, or of any command where several share a file.
std::vector<Option> options_for(const std::string& file) {
  std::vector<Option> own, all;
  for (const Command* command : commands_and_parts()) {
    all.insert(all.end(), command->options.begin(), command->options.end());
    if (identifier_of(*command).starts_with(file_stem(file)))
      own.insert(own.end(), command->options.begin(), command->options.end());
  }
  return own.empty() ? all : own;
}

bool answers(const Option& option, const std::string& question) {
  static const std::map<std::string, std::set<Takes>> kinds = {
      {"flag", {Takes::nothing}},
      {"text", {Takes::text, Takes::text_or_nothing}},
      {"list", {Takes::texts, Takes::texts_by_commas}},
      {"number", {Takes::number}},
      {"decimal", {Takes::decimal}}};
  return question == "has" || kinds.at(question).contains(option.takes);
}

}  // namespace

TEST_CASE("every command that a file defines is in the table, or is a part of one that is") {
  std::set<std::string> defined, listed, rows;
  for (const Match& match :
       matches_in_sources(std::regex(R"(extern const Command (\w+)_command()() = \{)")))
    defined.insert(match.first);
  for (const Command* command : commands_and_parts()) listed.insert(identifier_of(*command));
  for (const Command* command : all_commands()) {
    rows.insert(identifier_of(*command));
    CHECK(find_command(command->name) == command);
  }
  CHECK(std::ranges::includes(listed, defined));
  CHECK(std::ranges::includes(defined, rows));
  CHECK(listed.size() == commands_and_parts().size());
  CHECK(find_command("describe") == nullptr);
}

TEST_CASE("every command says what it is for, and runs or has parts that do") {
  for (const Command* command : commands_and_parts()) {
    CAPTURE(command->name);
    CHECK(!command->purpose.empty());
    CHECK((command->run != nullptr || !command->parts.empty()));
    if (!command->run) CHECK(command->options.empty());
    for (const Command* part : command->parts)
      CHECK(part->name == fmt::format("{} {}", command->name, last_word(*part)));
  }
}

TEST_CASE("every option has a name of its own, and limits only where they mean something") {
  for (const Command* command : commands_and_parts()) {
    std::set<std::string_view> names;
    for (const Option& option : command->options) {
      INFO(command->name, " ", option.name);
      CHECK(names.insert(option.name).second);
      CHECK(!option.meaning.empty());
      CHECK((option.takes != Takes::nothing || option.name.starts_with("--")));
      CHECK((!option.range || option.takes == Takes::number));
      CHECK((!option.words || !option.words().empty()));
      CHECK((option.words || option.meaning.find("{}") == option.meaning.npos));
    }
  }
}

TEST_CASE("what the code of a command asks for is what the command offers") {
  std::vector<Match> questions = matches_in_sources(
      std::regex(R"re(given\.(flag|text|list|number|decimal|has)\("([^"]+)"\))re"));
  CHECK(questions.size() > 60);
  for (const auto& [file, question, name] : questions) {
    std::vector<Option> options = options_for(file);
    bool is_offered = std::ranges::any_of(options, [&](const Option& option) {
      return option.name == name && answers(option, question);
    });
    CHECK_MESSAGE(is_offered, file, " asks given.", question, "(\"", name, "\")");
  }
}

TEST_CASE("help tells of every option, and manual pages list the commands as the table does") {
  for (const Command* command : all_commands()) {
    if (command->name == "serve") continue;  // which the tests do not run in their own process
    CAPTURE(command->name);
    std::string help = run_kbgen({std::string(command->name), "--help"}).out;
    for (const Option& option : command->options)
      CHECK_MESSAGE(help.find(meaning_of(option)) != std::string::npos, option.name, help);
    for (const Command* part : command->parts) CHECK(help.find(part->purpose) != std::string::npos);
  }
  std::string page = manual_pages(all_commands())[0].text;
  std::size_t at = 0;
  for (const Command* command : all_commands()) {
    at = page.find(fmt::format("\n.BR kbgen\\-{} (1)\n{}\n", command->name,
                               replace_all(command->purpose, "-", "\\-")),
                   at);
    CHECK_MESSAGE(at != std::string::npos, command->name);
  }
}

}  // namespace kbgen
