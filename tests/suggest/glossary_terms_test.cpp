// Which names come first, and how many a prompt takes.
#include "suggest/glossary_terms.h"

#include <doctest/doctest.h>

#include "build.h"
#include "support/project.h"

namespace kbgen {

namespace {

std::string names_of(const std::vector<GlossaryName>& names) {
  std::string all;
  for (const GlossaryName& one : names) all += one.name + "; ";
  return all;
}

}  // namespace

TEST_CASE("names that were heard wrong come first, then who takes part, then what is said most") {
  TestProject folder;
  write_bytes("config.yaml",
              "title: A case\ntheme: plain\nshows: {one: {title: One}, two: {title: Two}}\n"
              "corrections: {Storkel: Snorkel}\n");
  write_bytes("content/guests/ada.md", "---\nname: Ada Lovelace\naliases: [Ada]\n---\n");
  write_bytes("content/guests/bob.md", "---\nname: Bob Fox\n---\n");
  write_bytes("content/topics/kaggle.md", "---\ntitle: Kaggle\n---\n");
  write_bytes("content/topics/deep-learning.md", "---\ntitle: deep learning\n---\n");
  write_bytes("content/episodes/a.md",
              "---\ntitle: A\nshow: one\nguests: [ada]\ntranscript: a.vtt\n---\n");
  write_bytes(
      "content/episodes/a.vtt",
      "WEBVTT\n\n00:01.000 --> 00:02.000\nKaggle and Kaggle, deep learning, Storkel. Bob Fox said "
      "so.\n");
  write_bytes("content/episodes/b.md",
              "---\ntitle: B\nshow: two\nguests: [bob]\ntranscript: b.vtt\n---\n");
  write_bytes("content/episodes/b.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nAda knew.\n");
  Diagnostics diag;
  Project project = open_project({}, diag);
  Cache cache(Memory::none);
  Knowledge known = read_knowledge(project, cache, diag);
  CHECK(names_of(glossary_of(known, {})) == "Snorkel; Bob Fox; Ada Lovelace; Kaggle; Ada; ");
  CHECK(names_of(glossary_of(known, {known.site.people[{0}].id, std::nullopt})) ==
        "Snorkel; Ada Lovelace; Kaggle; Bob Fox; ");
  CHECK(names_of(glossary_of(known, {std::nullopt, known.site.shows[{1}].id})) == "Bob Fox; Ada; ");
}

TEST_CASE("a prompt has as many names as the tokens allow, and never more") {
  CHECK(estimate_tokens("") == 0);
  CHECK(estimate_tokens("Ada") == 1);
  CHECK(estimate_tokens("Adam, Eve.") == 5);
  CHECK(estimate_tokens("Zürich 24") == 7);
  std::vector<GlossaryName> names = {{"Ada Lovelace"}, {"Zürich"}, {"Eve"}};
  CHECK(whisper_prompt(names) == "Ada Lovelace, Zürich, Eve.");
  CHECK(whisper_prompt(names, 7) == "Ada Lovelace, Eve.");
  CHECK(whisper_prompt({}) == "");
  std::vector<GlossaryName> many(500, GlossaryName{"Somebody Known"});
  CHECK(estimate_tokens(whisper_prompt(many)) <= most_prompt_tokens);
}

}  // namespace kbgen
