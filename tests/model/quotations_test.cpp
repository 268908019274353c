#include "model/quotations.h"

#include <doctest/doctest.h>

#include "model/passages.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

TextFile episode(const std::string& slug, const std::string& body) {
  return {"episodes/" + slug + ".md", "---\ntitle: " + slug + "\n---\n" + body};
}

const TextFile looms{"topics/looms.md", "---\ntitle: Looms\naliases: [loom]\n---\n"};

// The words of each quotation about looms, a line each.
std::string quoted(std::vector<TextFile> files) {
  files.push_back(looms);
  MadeKnowledge made(files);
  std::string lines;
  for (const Passage& passage : quotations_about(made.site(), made.links(), made.topic("looms")))
    lines += text_of(made.site(), passage) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a topic is quoted once an episode, what says most first, three times at most") {
  CHECK(
      quoted({episode("a", "**Ada**: A loom.\n\n**Ada**: A loom weaves what its cards say.\n"),
              episode("b", "**Ada**: Looms are what I keep coming back to, as looms do.\n"),
              episode("c", "**Ada**: The loom?\n"), episode("d", "**Ada**: My loom is old.\n")}) ==
      "Looms are what I keep coming back to, as looms do.\nA loom weaves what its cards say.\n"
      "My loom is old.\n");
}

TEST_CASE("what somebody is known to have said is quoted before what says more") {
  CHECK(quoted({{"episodes/a.vtt",
                 captions_of({"A loom weaves what its cards say, and a loom forgets nothing."})},
                episode("b", "**Ada**: My loom is old.\n")}) ==
        "My loom is old.\nA loom weaves what its cards say, and a loom forgets nothing.\n");
}

TEST_CASE(
    "an episode is quoted about the topics of its front matter, else about what it mentions") {
  MadeKnowledge made({episode("a", "**Ada**: Mills grind.\n\n**Ada**: A loom weaves cards.\n"),
                      looms,
                      {"topics/mills.md", "---\ntitle: Mills\n---\n"},
                      {"episodes/b.md",
                       "---\ntitle: b\ntopics: [mills]\n---\n**Ada**: Mills grind.\n\n"
                       "**Ada**: A loom weaves what its cards say.\n"},
                      episode("c", "**Ada**: Nothing.\n")});
  std::string lines;
  for (const Episode& one : made.site().episodes) {
    std::optional<Passage> said = quotation_of(made.site(), made.links(), one.id);
    lines += one.slug + ": " + (said ? text_of(made.site(), *said) : "-") + "\n";
  }
  CHECK(lines == "a: A loom weaves cards.\nb: Mills grind.\nc: -\n");
}

}  // namespace kbgen
