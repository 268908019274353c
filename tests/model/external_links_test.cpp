#include "model/external_links.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

TEST_CASE(
    "external_links has each address once a file, without fragments, sorted, with its place") {
  MadeKnowledge made(
      {{"guests/ada.md",
        "---\nname: Ada\nlinks: [{title: Home, url: \"https://ada.example/\"}]\n"
        "same_as: [\"https://data.example/Q7259\"]\n---\n"
        "[a](https://b.example/x#one) [b](https://b.example/x#two) [c](mailto:a@b.example)\n"},
       {"resources/notes.md", "---\ntitle: Notes\nurl: https://ada.example/\n---\n"},
       {"episodes/one.md",
        "---\ntitle: One\naudio: {url: \"https://a.example/1.mp3\"}\n---\n"
        "[x](https://b.example/?a=1&b=2)\n"}},
      {.config =
           "title: A\nshows:\n  evening: {title: Evening, url: \"https://show.example/\"}\n"});
  std::string lines;
  for (const ExternalAddress& link : external_links(made.known)) {
    Location place = locate(link.place);
    lines += link.url + " " + link.path + ":" + std::to_string(place.at.line) + "\n";
  }
  CHECK(lines ==
        "https://a.example/1.mp3 nowhere/content/episodes/one.md:3\n"
        "https://ada.example/ nowhere/content/guests/ada.md:3\n"
        "https://ada.example/ nowhere/content/resources/notes.md:3\n"
        "https://b.example/?a=1&b=2 nowhere/content/episodes/one.md:5\n"
        "https://b.example/x nowhere/content/guests/ada.md:6\n"
        "https://data.example/Q7259 nowhere/content/guests/ada.md:4\n"
        "https://show.example/ nowhere/config.yaml:3\n");
}

}  // namespace kbgen
