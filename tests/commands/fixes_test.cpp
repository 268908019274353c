// Putting right what a diagnostic knows how to.

#include "commands/fixes.h"

#include <doctest/doctest.h>

#include "support/project.h"

namespace kbgen {

TEST_CASE("fixes change their bytes and no others; a line that reads otherwise is left alone") {
  TemporaryFolder folder;
  const std::string before = "\xEF\xBB\xBFone two\r\nthree three\r\ncaf\xE9 four\n";
  write_bytes("a.md", before);
  SourceFile as_read{"a.md", "one two\nthree three\ncafé four\n"};
  Diagnostics found, trouble;
  auto report = [&](std::uint32_t begin, std::uint32_t end, std::string to) {
    Span where{&as_read, begin, end};
    found.error("bad-time", where, "wrong").fixes = {make_fix(where, std::move(to))};
  };
  report(0, 3, "first");
  report(8, 13, "third");
  report(14, 19, "3");
  report(26, 30, "fourth");
  std::vector<std::string> done = apply_fixes(found.all(), trouble);
  CHECK(done == std::vector<std::string>{"a.md:1: 'one' is now 'first'",
                                         "a.md:2: 'three' is now 'third'",
                                         "a.md:2: 'three' is now '3'"});
  CHECK(tree_of(".").at("a.md") ==
        "\xEF\xBB\xBF"
        "first two\r\nthird 3\r\ncaf\xE9 four\n");
  CHECK(format_diagnostics(trouble) ==
        "a.md: warning: line 3 is not written as it was read; put 'fourth' there by hand "
        "[cannot-fix]\n");
}

}  // namespace kbgen
