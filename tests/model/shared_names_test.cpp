#include "model/shared_names.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

std::string shared(const std::string& first, const std::string& second) {
  MadeKnowledge made({{"topics/a.md", "---\ntitle: Mills\n" + first + "---\n"},
                      {"topics/b.md", "---\ntitle: Looms\n" + second + "---\n"}});
  Diagnostics diag;
  report_shared_names(made.site(), diag);
  return lines_of(diag);
}

}  // namespace

TEST_CASE("a name that several things have is reported once, at an alias if there is one") {
  CHECK(shared("", "aliases: [mills]\n") ==
        "topics/b.md:3:11: 'mills' is topic 'Looms' and also topic 'Mills' "
        "(nowhere/content/topics/a.md) [shared-alias]\n");
  CHECK(shared("aliases: [Grinder]\n", "aliases: [grinder]\n").starts_with("topics/a.md:3:11: "));
}

TEST_CASE("a name with capitals that count is another one, and a thing has its own name twice") {
  CHECK(shared("aliases: [=Wave]\n", "aliases: [wave]\n") == "");
  CHECK(shared("aliases: [=Wave]\n", "aliases: [=Wave]\n") != "");
  CHECK(shared("aliases: [mills, MILLS]\n", "") == "");
}

TEST_CASE("what is not looked for in transcripts shares no name") {
  CHECK(shared("match: none\n", "aliases: [mills]\n") == "");
}

}  // namespace kbgen
