// What nobody mentions, what nothing leads to, and names that nobody says.

#include <doctest/doctest.h>

#include "model/check.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

const TextFile talk = {"episodes/talk.vtt",
                       captions_of({"<v Ada>We speak of water mills.", "<v Bob>And of mills."})};

}  // namespace

TEST_CASE("check_mentions reports topics and resources that nobody names, if anything is said") {
  std::vector<TextFile> files = {talk,
                                 {"topics/mills.md", "---\ntitle: Mills\n---\n"},
                                 {"topics/looms.md", "---\ntitle: Looms\n---\n"},
                                 {"topics/quiet.md", "---\ntitle: Quiet\nmatch: none\n---\n"},
                                 {"resources/notes.md", "---\ntitle: The Notes\n---\n"}};
  CHECK(found_by(check_mentions, MadeKnowledge(files)) ==
        "resources/notes.md: nobody mentions the resource 'The Notes' [unmentioned]\n"
        "topics/looms.md: nobody mentions the topic 'Looms' [unmentioned]\n");
  files.erase(files.begin());
  CHECK(found_by(check_mentions, MadeKnowledge(files)) == "");
}

TEST_CASE("check_use reports what neither an episode nor another page leads to") {
  std::vector<TextFile> files = {{"guests/ada.md", "---\nname: Ada\n---\nSee [[Looms]].\n"},
                                 {"guests/bob.md", "---\nname: Bob\n---\n"},
                                 {"topics/looms.md", "---\ntitle: Looms\n---\n"},
                                 {"topics/mills.md", "---\ntitle: Mills\n---\n"},
                                 {"topics/wind.md", "---\ntitle: Wind\nparent: mills\n---\n"},
                                 {"resources/notes.md", "---\ntitle: Notes\nby: [bob]\n---\n"}};
  CHECK(found_by(check_use, MadeKnowledge(files)) ==
        "guests/ada.md: nothing leads to the guest 'Ada' [unused-entity]\n"
        "resources/notes.md: nothing leads to the resource 'Notes' [unused-entity]\n");
}

TEST_CASE("check_use reports aliases that add nothing and aliases that nobody says") {
  MadeKnowledge made(
      {talk,
       {"topics/mills.md",
        "---\ntitle: Mills\naliases: [water mill, MILLS, wind mill, =Mills]\n---\n"}});
  CHECK(found_by(check_use, made) ==
        "topics/mills.md:3:23: 'MILLS' is found as 'Mills' already [unused-alias]\n"
        "topics/mills.md:3:30: nobody says 'wind mill' for 'Mills' [unheard-alias]\n");
}

}  // namespace kbgen
