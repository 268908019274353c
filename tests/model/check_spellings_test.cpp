// Speakers without a page whose names are nearly those of people who have one.

#include <doctest/doctest.h>

#include "model/check.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

std::string found_for(const std::string& speaker, const std::string& front_matter = "") {
  return found_by(check_spellings,
                  MadeKnowledge({{"guests/edda.md", "---\nname: Edda Quarlsen\n---\n"},
                                 {"guests/bob.md", "---\nname: Bob Hill\n---\n"},
                                 {"episodes/one.md",
                                  "---\ntitle: One\nguests: [bob]\n" + front_matter + "---\n" +
                                      captions_of({"<v " + speaker + ">Yes.", "<v Bob>No."})}}));
}

}  // namespace

TEST_CASE("check_spellings asks whether a speaker is somebody of nearly the same name") {
  CHECK(found_for("Edda Quarlson") ==
        "episodes/one.md: 'Edda Quarlson' speaks in this episode and has no page: is it 'Edda "
        "Quarlsen'? [two-spellings]\n");
  CHECK(found_for("Edda Quarlsen") == "");
  CHECK(found_for("Edda Moor") == "");
  CHECK(found_for("Speaker 2") == "");
}

TEST_CASE("check_spellings takes nobody for a person who takes part beside them") {
  CHECK(found_for("Edda Quarlson", "hosts: [edda]\n") == "");
}

}  // namespace kbgen
