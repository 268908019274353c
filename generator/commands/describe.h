// What is written about the commands is made of the commands themselves, so
// that it never says anything else than their --help: manual pages, and the
// completion of three shells.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.h"

namespace kbgen {

struct DescribedOption {
  std::vector<std::string> names;  // "--config", "-h"; of an argument: "FILE"
  std::string value;               // "TEXT"; empty for a flag
  std::string meaning;
  bool is_argument = false;
  bool is_required = false;
};

struct DescribedCommand {
  std::string name;     // "theme new"
  std::string purpose;  // one line
  std::string description, footer;
  std::vector<DescribedOption> options;
  std::vector<DescribedCommand> parts;  // of a command that has some
};

std::vector<DescribedCommand> describe(std::span<const Command> commands);

struct WrittenPage {
  std::string path;
  std::string text;
};

// man/kbgen.1, man/kbgen-build.1 …
std::vector<WrittenPage> manual_pages(const std::vector<DescribedCommand>& commands);

// completion/kbgen.bash, completion/_kbgen, completion/kbgen.fish
std::vector<WrittenPage> completions(const std::vector<DescribedCommand>& commands);

// `kbgen describe DIR`, which the compilation calls.
int describe_command(std::span<const Command> commands, int argc, char** argv);

}  // namespace kbgen
