// kbgen: turns a podcast's transcripts into a cross-linked knowledge base.
//
// Each command is one file in commands/ and one row of commands/table.cpp. Read build() in
// build.cpp next: it shows the stages of the whole generator on one screen.

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "base/convert_encoding.h"
#include "base/did_you_mean.h"
#include "commands/command_line.h"
#include "commands/describe.h"
#include "commands/table.h"
#include "commands/version.h"

namespace kbgen {

static std::string usage() {
  std::string text = "usage: kbgen COMMAND [OPTIONS]\n\n";
  for (const Command* command : all_commands())
    text += fmt::format("  {:<11} {}\n", command->name, command->purpose);
  return text + "\n`kbgen COMMAND --help` says more.\n";
}

static std::string unknown_command(std::string_view asked) {
  std::vector<std::string> names;
  for (const Command* command : all_commands()) names.emplace_back(command->name);
  std::string help = did_you_mean(asked, names);
  return fmt::format("kbgen: there is no command '{}'{}{}\n\n", asked, help.empty() ? "" : "; ",
                     help);
}

static int run(int argc, char** argv) {
  std::string_view wanted = argc > 1 ? argv[1] : "";
  if (wanted == "--version") return std::fputs(version_text().c_str(), stdout), 0;
  if (wanted.empty() || wanted == "help" || wanted == "--help" || wanted == "-h")
    return std::fputs(usage().c_str(), stdout), 0;
  // A hidden command: CMake runs it after linking, to make manual pages and completion.
  if (wanted == "describe") return describe_command(all_commands(), argc - 1, argv + 1);
  if (const Command* command = find_command(wanted))
    return run_command(*command, argc - 1, argv + 1);
  return std::fputs((unknown_command(wanted) + usage()).c_str(), stderr), 2;
}

}  // namespace kbgen

// Writes what is still buffered, because a full disk is only noticed then, and returns the exit
// status. Nothing below may throw, so errors are printed without fmt.
static int flush_output(int status) {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return status;
  std::fprintf(stderr, "kbgen: standard output cannot be written\n");
  return status == 0 ? 1 : status;
}

int main(int argc, char** argv) try {
  kbgen::prepare_encodings();
  return flush_output(kbgen::run(argc, argv));
} catch (const std::exception& bug) {
  if (std::ferror(stdout)) return flush_output(1);
  std::fprintf(stderr,
               "kbgen: internal error: %s\nThis is a mistake of kbgen, not of your content. Please "
               "report it.\n",
               bug.what());
  return 70;
}
