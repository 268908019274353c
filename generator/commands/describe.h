// Makes the manual pages and the shell completion from the data that --help is made from, so that
// all of them always say the same.
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

// `kbgen describe DIR`, which CMake runs after linking: writes all of these files below DIR. The
// result is the exit status.
int describe_command(Commands commands, int argc, char** argv);

}  // namespace kbgen
