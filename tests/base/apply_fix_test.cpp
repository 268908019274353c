#include "base/apply_fix.h"

#include <doctest/doctest.h>

namespace kbgen {

static std::string fixed(std::string text, const Fix& fix) {
  return apply_fix(text, fix) ? text : "refused: " + text;
}

TEST_CASE("a fix replaces the bytes that stand at its place") {
  CHECK(fixed("one\ntwo\n", {"x.md", 2, 0, "two", "2"}) == "one\n2\n");
  CHECK(fixed("one\r\ntwo\r\n", {"x.md", 2, 1, "wo", ""}) == "one\r\nt\r\n");
  CHECK(fixed("\xEF\xBB\xBFone\n", {"x.md", 1, 3, "", "!"}) == "\xEF\xBB\xBFone!\n");
}

TEST_CASE("a fix leaves a text alone that is not as it was") {
  CHECK(fixed("one\n", {"x.md", 1, 0, "two", "2"}) == "refused: one\n");
  CHECK(fixed("one\n", {"x.md", 1, 9, "", "2"}) == "refused: one\n");
  CHECK(fixed("", {"x.md", 7, 0, "a", "b"}) == "refused: ");
}

}  // namespace kbgen
