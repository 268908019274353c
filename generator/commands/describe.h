// Makes the manual pages, the shell completion and the reference from the data that --help is made
// from, so that all of them always say the same.
#pragma once

#include <string>
#include <vector>

#include "commands/command.h"

namespace kbgen {

struct WrittenPage {
  std::string path;  // below the folder that `kbgen describe` is given
  std::string text;
};

// The manual pages man/kbgen.1, man/kbgen-build.1 and so on, in the macros of man(7).
std::vector<WrittenPage> manual_pages(Commands commands);

// The completion scripts for bash, zsh and fish: completion/kbgen.bash, completion/_kbgen and
// completion/kbgen.fish.
std::vector<WrittenPage> completions(Commands commands);

// What the pages "Commands" and "Messages" of the manual in content/ list, as Markdown. A test
// holds the pages to it.
std::string commands_as_markdown(Commands commands);
std::string codes_as_markdown();

// `kbgen describe DIR`, which CMake runs after linking: writes all of these files below DIR. The
// result is the exit status.
int describe_command(Commands commands, int argc, char** argv);

}  // namespace kbgen
