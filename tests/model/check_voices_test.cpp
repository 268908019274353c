// Guests without a word, and transcripts that name nobody.

#include <doctest/doctest.h>

#include "model/check.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

struct Found {
  std::string lines;
  std::vector<Fix> fixes;
};

Found found_in(const std::string& front_matter, const std::vector<std::string>& said) {
  MadeKnowledge made(
      {{"guests/ada-moor.md", "---\nname: Ada Moor\n---\n"},
       {"guests/ada.md", "---\nname: Ada Lovelace\n---\n"},
       {"guests/charles.md", "---\nname: Charles Babbage\n---\n"},
       {"episodes/one.md", "---\ntitle: One\n" + front_matter + "---\n" + captions_of(said)}});
  Diagnostics diag;
  check_voices(made.known, diag);
  Found found{lines_of(diag), {}};
  for (const Diagnostic& report : diag.all())
    found.fixes.insert(found.fixes.end(), report.fixes.begin(), report.fixes.end());
  return found;
}

}  // namespace

TEST_CASE("check_voices takes the only unknown speaker for the only silent guest, with a fix") {
  Found found = found_in("guests: [ada]\n", {"<v Voice>Yes.", "<v Charles Babbage>No."});
  CHECK(found.lines ==
        "episodes/one.md: 'ada' says nothing in this episode, and 'Voice' has no page: is it the "
        "same? [silent-guest]\n");
  REQUIRE(found.fixes.size() == 1);
  CHECK(found.fixes[0].to.find("Voice") != std::string::npos);
  CHECK(found.fixes[0].to.find("ada") != std::string::npos);
}

TEST_CASE("check_voices tells several silent people apart by their names, or names all voices") {
  CHECK(
      found_in("guests: [ada, charles]\n", {"<v Charles Babage>Yes.", "<v Anna>No."}).lines ==
      "episodes/one.md: 'ada' says nothing in this episode, and these speakers have no page: "
      "'Charles Babage', 'Anna' [silent-guest]\n"
      "episodes/one.md: 'charles' says nothing in this episode, and 'Charles Babage' has no page: "
      "is it the same? [silent-guest]\n");
}

TEST_CASE("check_voices takes a label that fits two silent people for neither") {
  CHECK(found_in("guests: [ada, ada-moor]\n", {"<v Ada>Yes.", "<v Ada>No."}).lines ==
        "episodes/one.md: 'ada' says nothing in this episode, and these speakers have no page: "
        "'Ada' [silent-guest]\n"
        "episodes/one.md: 'ada-moor' says nothing in this episode, and these speakers have no "
        "page: 'Ada' [silent-guest]\n");
}

TEST_CASE("check_voices reports nobody who speaks, and nobody where all speakers are known") {
  CHECK(found_in("guests: [ada]\n", {"<v Ada>Yes.", "<v Zoe>No."}).lines == "");
  CHECK(found_in("guests: [ada, charles]\n", {"<v Ada>Yes."}).lines == "");
}

TEST_CASE("check_voices proposes the only person of an episode for a transcript without names") {
  Found found = found_in("guests: [ada]\n", {"Yes.", "No."});
  CHECK(found.lines ==
        "episodes/one.md: this transcript names no speaker, and 'ada' is the only one who takes "
        "part [unnamed-voice]\n");
  CHECK(found.fixes.size() == 1);
  CHECK(found_in("guests: [ada, charles]\n", {"Yes.", "No."}).lines == "");
}

}  // namespace kbgen
