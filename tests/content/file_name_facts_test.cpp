#include "content/file_name_facts.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

std::string facts(std::string_view stem) {
  FileNameFacts facts = facts_of_file_name(stem);
  return (facts.date ? format_date_iso(*facts.date) : "-") + " | " +
         (facts.number ? std::to_string(*facts.number) : "-") + " | " + facts.title;
}

}  // namespace

TEST_CASE("the name of a file tells date, number and title, in any order") {
  CHECK(facts("2024-03-01-why-links-rot") == "2024-03-01 | - | Why links rot");
  CHECK(facts("20240301_ep42_Why links rot") == "2024-03-01 | 42 | Why links rot");
  CHECK(facts("042 - Why links rot") == "- | 42 | Why links rot");
  CHECK(facts("why links rot (episode 7)") == "- | - | Why links rot (episode 7)");
  CHECK(facts("Episode #7 why") == "- | 7 | Episode why");
  CHECK(facts("episode-7") == "- | 7 | ");
}

TEST_CASE("digits that are no day and no number stay in the title") {
  CHECK(facts("1984") == "- | - | 1984");
  CHECK(facts("2024-13-45-x") == "- | - | 2024 13 45 x");
  CHECK(facts("interview 12345678") == "- | - | Interview 12345678");
  CHECK(facts("") == "- | - | ");
  CHECK(facts("---") == "- | - | ");
}

TEST_CASE("Zoom, yt-dlp and seasons write their own names of files") {
  CHECK(facts("GMT20240305-140012_Recording.transcript") ==
        "2024-03-05 | - | Recording 2024-03-05");
  CHECK(facts("S02E05 - Rivers and Lakes") == "- | 5 | Rivers and Lakes");
  CHECK(facts_of_file_name("s2e5 x").season == 2);
  CHECK(facts("033 The mill.mp3") == "- | 33 | The mill");
  FileNameFacts video = facts_of_file_name("Rivers and Maps [dQw4w9WgXcQ].en");
  CHECK(video.title == "Rivers and Maps");
  CHECK(video.youtube == "dQw4w9WgXcQ");
  CHECK(video.language == "en");
  CHECK(facts_of_file_name("talk.pt-BR").language == "pt-BR");
  CHECK(facts_of_file_name("talk.en-orig").language == "en");
}

TEST_CASE("brackets, endings and times that mean something else stay in the title") {
  CHECK(facts("Rivers [remastered]") == "- | - | Rivers [remastered]");
  CHECK(facts("node.js") == "- | - | Node js");
  CHECK(facts("GMT and other zones") == "- | - | GMT and other zones");
  CHECK(facts("GMT20249905-140012_x") == "- | - | GMT20249905 140012 x");
  CHECK(facts("Slee Sea") == "- | - | Slee Sea");
}

TEST_CASE("a file that is called like many others is told by its folder") {
  CHECK(telling_name("talks/ada/transcript.md") == "ada");
  CHECK(telling_name("ada/index.md") == "ada");
  CHECK(telling_name("index.md") == "index");
  CHECK(telling_name("talks/ada.md") == "ada");
}

}  // namespace kbgen
