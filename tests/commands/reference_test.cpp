// The pages of the manual in content/ that list commands and messages have what the program has.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "base/disk.h"
#include "commands/describe.h"
#include "commands/table.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

// Holds what stands in a page below its mark to `wanted`.
void check_page(const std::string& name, const std::string& wanted) {
  CAPTURE(name);
  const std::string path = std::string(KBGEN_SOURCE_DIR) + "/content/pages/manual/" + name;
  const std::string mark = "<!-- below: KBGEN_UPDATE=1 build/kbgen_tests writes it -->\n\n";
  const std::string text = read_bytes(path);
  const std::size_t at = text.find(mark);
  REQUIRE(at != std::string::npos);
  const std::string page = text.substr(0, at + mark.size()) + wanted;
  if (std::getenv("KBGEN_UPDATE")) CHECK(write_file(path, page).empty());
  CHECK(read_bytes(path) == page);
}

}  // namespace

TEST_CASE("the manual lists every command with its options, and every message") {
  check_page("commands.md", commands_as_markdown(all_commands()));
  check_page("messages.md", codes_as_markdown());
}

}  // namespace kbgen
