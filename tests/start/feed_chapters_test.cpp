// Chapters that a feed has in its notes, or in a file of JSON.

#include "start/feed_chapters.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

std::string to_text(const FeedChapters& chapters) {
  std::string text;
  for (const auto& [start, title] : chapters) text += format_timecode(start) + " " + title + "\n";
  return text;
}

}  // namespace

TEST_CASE("lines of notes with rising times are chapters") {
  CHECK(
      to_text(chapters_of_notes("Links\n\n00:00 - Intro\\\n01:13 - Rivers\\\n1:09:02 - Lakes\n")) ==
      "0:00 Intro\n1:13 Rivers\n1:09:02 Lakes\n");
  CHECK(to_text(chapters_of_notes("- (0:00) *Intro*\n- \\[1:13\\] [Rivers](<https://e.org/>)\n"
                                  "- **2:00**: Lakes\n")) ==
        "0:00 Intro\n1:13 Rivers\n2:00 Lakes\n");
  CHECK(to_text(chapters_of_notes("- Intro - *00:00:00*.\n- Rivers (1:13)\n- Lakes 2:00\n")) ==
        "0:00 Intro\n1:13 Rivers\n2:00 Lakes\n");
  CHECK(
      to_text(chapters_of_notes("0:00 - 1:13 Intro\n\n1:13 – 2:00 Rivers\n\n2:00 – 3:00 Lakes")) ==
      "0:00 Intro\n1:13 Rivers\n2:00 Lakes\n");
}

TEST_CASE("other times in notes are no chapters") {
  CHECK(chapters_of_notes("0:00 One\n1:00 Two\n").empty());
  CHECK(chapters_of_notes("0:00 One\n2:00 Two\n1:00 Three\n").empty());
  CHECK(chapters_of_notes("It began at 0:00 here\n\nand 1:00 there\n\nand 2:00 so\n").empty());
  CHECK(chapters_of_notes("").empty());
}

TEST_CASE("chapters in JSON are read, but for those that no list shows") {
  auto chapters = chapters_of_json(
      "{\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, \"title\": \" Intro \"},"
      "{\"startTime\": 10, \"title\": \"Picture\", \"toc\": false}, {\"startTime\": 12},"
      "{\"startTime\": 73.5, \"title\": \"Rivers\"}, {\"startTime\": 3, \"title\": \"Back\"},"
      "{\"startTime\": -1, \"title\": \"No\"}, {\"startTime\": 1e300, \"title\": \"No\"}]}");
  REQUIRE(chapters);
  CHECK(to_text(*chapters) == "0:00 Intro\n1:13 Rivers\n");
  CHECK(!chapters_of_json("<html>"));
  CHECK(!chapters_of_json("[]"));
  CHECK(!chapters_of_json("{\"chapters\": 3}"));
}

}  // namespace kbgen
