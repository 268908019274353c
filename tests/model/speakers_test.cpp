#include "model/speakers.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// "label is slug", a line for each speaker of an episode with this front matter, "?" for nobody;
// then its guests, and what was reported.
std::string speakers(const std::string& front_matter, const std::vector<std::string>& labels) {
  std::vector<std::string> said;
  for (const std::string& label : labels) said.push_back("<v " + label + ">Words.");
  MadeKnowledge made(
      {{"guests/ada.md", "---\nname: Ada Lovelace\naliases: [Countess]\n---\n"},
       {"guests/ada-moor.md", "---\nname: Ada Moor\n---\n"},
       {"guests/bob.md", "---\nname: Bob Hill\n---\n"},
       {"episodes/one.md", "---\ntitle: One\n" + front_matter + "---\n" + captions_of(said)}});
  std::string lines;
  const Episode& episode = made.site().episodes[{0}];
  for (const Speaker& speaker : episode.spoken->speakers)
    lines += speaker.label + " is " +
             (speaker.person ? made.site().people[*speaker.person].slug : "?") + "\n";
  for (PersonId guest : episode.guests) lines += "guest " + made.site().people[guest].slug + "\n";
  for (const Diagnostic& found : made.diag.all()) lines += found.code + ": " + found.message + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a label means whoever is called so in full, or has it as an alias") {
  CHECK(speakers("guests: [bob]\n", {"ADA LOVELACE", "Countess", "Bob Hill", "Zoe Field"}) ==
        "ADA LOVELACE is ada\nCountess is ada\nBob Hill is bob\nZoe Field is ?\nguest bob\n");
}

TEST_CASE("a first name or initials mean somebody of the episode, if only one has them") {
  CHECK(speakers("guests: [ada, bob]\n", {"Ada", "BH"}) ==
        "Ada is ada\nBH is bob\nguest ada\nguest bob\n");
  CHECK(speakers("guests: [ada, ada-moor]\n", {"Ada"}) == "Ada is ?\nguest ada\nguest ada-moor\n");
  CHECK(speakers("guests: [bob]\n", {"Ada"}) == "Ada is ?\nguest bob\n");
}

TEST_CASE("what the author says of labels counts before everything else") {
  CHECK(speakers("guests: [bob]\ntranscript: {speakers: {Bob Hill: ada}}\n", {"Bob Hill"}) ==
        "Bob Hill is ada\nguest bob\n");
  CHECK(speakers("guests: [bob]\ntranscript: {speakers: {Bobb: bob, Bob: adda}}\n", {"Bob"}) ==
        "Bob is bob\nguest bob\n"
        "unused-speaker: nobody is called 'Bobb' in this transcript\n"
        "unknown-guest: unknown guest 'adda'\n");
}

TEST_CASE("where an episode names nobody, full names are guests, with pages of their own") {
  CHECK(speakers("", {"Bob Hill", "Zoe Field", "Ada", "Speaker 2"}) ==
        "Bob Hill is bob\nZoe Field is zoe-field\nAda is ?\nSpeaker 2 is ?\nguest bob\nguest "
        "zoe-field\n");
}

}  // namespace kbgen
