// What is written about the commands is made of the same data as their --help, so
// that it never says anything else: manual pages, and the completion of three
// shells.
#pragma once

#include <string>
#include <vector>

#include "commands/command.h"

namespace kbgen {

struct WrittenPage {
  std::string path;
  std::string text;
};

// man/kbgen.1, man/kbgen-build.1 …
std::vector<WrittenPage> manual_pages(Commands commands);

// completion/kbgen.bash, completion/_kbgen, completion/kbgen.fish
std::vector<WrittenPage> completions(Commands commands);

// `kbgen describe DIR`, which the compilation calls.
int describe_command(Commands commands, int argc, char** argv);

}  // namespace kbgen
