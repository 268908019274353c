// What is declined stays declined, and nothing else goes.
#include "suggest/declined.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

namespace kbgen {

TEST_CASE("a suggestion and a report have a line that tells them from others") {
  Suggestion error;
  error.found = "Storkel";
  error.proposed = "Snorkel";
  CHECK(name_of(error) == "error: Storkel = Snorkel");
  Suggestion link = error;
  link.kind = SuggestionKind::link;
  link.path = "content/topics/a.md";
  CHECK(name_of(link) == "link: content/topics/a.md: Storkel = Snorkel");
  Diagnostic report;
  report.code = "unintelligible";
  report.where.path = "a.vtt";
  report.where.source_line = "  We saw [inaudible]. ";
  report.message = "words are missing here";
  CHECK(name_of(report) == "unintelligible: a.vtt: words are missing here: We saw [inaudible].");
}

TEST_CASE("the file is read as lines, with remarks, and grows by one line") {
  TemporaryFolder folder;
  Diagnostics diag;
  CHECK(read_declined(".", diag).empty());
  std::string text = with_declined("", "error: a = b");
  CHECK(text == "# What kbgen need not propose or report again, a line each.\nerror: a = b\n");
  write_bytes("declined.txt", with_declined(text + "\n  topic:  x\r", "name: y"));
  CHECK(read_declined(".", diag) == std::set<std::string>{"error: a = b", "topic: x", "name: y"});
  CHECK(diag.all().empty());
}

TEST_CASE("declined warnings go, other warnings and all errors stay") {
  Diagnostics diag;
  diag.warning("long-gap", "a.vtt", "one");
  diag.warning("long-gap", "a.vtt", "two");
  diag.error("bad-date", "a.md", "three");
  std::set<std::string> declined;
  for (const Diagnostic& report : diag.all())
    if (report.message != "two") declined.insert(name_of(report));
  Diagnostics kept = without_declined(std::move(diag), declined);
  REQUIRE(kept.all().size() == 2);
  CHECK(kept.all()[0].message == "two");
  CHECK(kept.all()[1].message == "three");
}

}  // namespace kbgen
