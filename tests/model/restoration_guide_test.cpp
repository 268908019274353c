#include "model/restoration_guide.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

RestorationGuide guide_of(const MadeKnowledge& made) {
  return RestorationGuide(made.site(), std::vector<const Transcript*>(made.site().episodes.size()),
                          {"en"});
}

}  // namespace

TEST_CASE("a guide writes names as the archive does, but for what may be ordinary words") {
  MadeKnowledge made(
      {{"guests/ada.md", "---\nname: Ada van Lovelace\naliases: [Countess, Grace]\n---\n"},
       {"guests/cher.md", "---\nname: Cher\n---\n"},
       {"topics/deploy.md",
        "---\ntitle: Model Deployment with MLOps\naliases: [Kaggle, =Wave, lowercase]\n---\n"},
       {"resources/notes.md", "---\ntitle: The Notes\n---\n"},
       {"resources/quiet.md", "---\ntitle: Quiet Notes\nmatch: none\n---\n"}});
  CHECK(join(guide_of(made).written_names(), "|") ==
        "Ada van Lovelace|Countess|The Notes|model deployment with MLOps|Kaggle");
}

TEST_CASE("the digest of a guide tells whether another one could restore a transcript otherwise") {
  auto digest = [](const std::string& title) {
    MadeKnowledge made({{"topics/a.md", "---\ntitle: " + title + "\n---\nWords of " + title}});
    return guide_of(made).digest();
  };
  CHECK(digest("MLOps") == digest("MLOps"));
  CHECK(digest("MLOps") != digest("KaggleX"));
  CHECK(digest("mills") == digest("looms"));
}

TEST_CASE("a language of which nothing was learned has no habits") {
  CHECK(RestorationGuide().habits_in("de").forms.empty());
}

TEST_CASE("has_capital knows capitals of any script") {
  for (const char* text : {"A", "aB", "éÉ", "ǅ", "жЖ"}) CHECK(has_capital(text));
  for (const char* text : {"", "ab", "é", "東京", "42!"}) CHECK(!has_capital(text));
}

}  // namespace kbgen
