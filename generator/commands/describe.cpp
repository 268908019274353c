#include "commands/describe.h"

#include <fmt/format.h>

#include "base/disk.h"

namespace kbgen {

int describe_command(Commands commands, int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: kbgen describe DIR\nWrites manual pages and completion there.\n");
    return 2;
  }
  for (const auto& pages : {manual_pages(commands), completions(commands)})
    for (const WrittenPage& page : pages) {
      std::string path = join_path(argv[1], page.path);
      if (std::string problem = write_file_atomically(path, page.text); !problem.empty()) {
        fmt::print(stderr, "kbgen describe: {}: {}\n", path, problem);
        return 1;
      }
    }
  return 0;
}

}  // namespace kbgen
