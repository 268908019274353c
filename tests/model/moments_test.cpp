// Windows of talk: where they begin and end.

#include "model/moments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kbgen {

namespace {

// Paragraphs of so many words; a speaker who changes begins a turn.
struct Said {
  int speaker = 0;
  int words = 0;
  std::int64_t seconds = -1;  // -1: not told
};

Episode episode_of(const std::vector<Said>& said) {
  Episode episode;
  auto made = std::make_shared<SpokenText>();
  SpokenText& spoken = *made;
  episode.spoken = made;
  spoken.speakers = {{"A", "Ada", {}}, {"B", "Bob", {}}};
  for (const Said& one : said) {
    auto number = static_cast<std::uint32_t>(spoken.layout.paragraphs.size());
    auto begin = static_cast<std::uint32_t>(spoken.transcript.text.size());
    for (int i = 0; i < one.words; ++i) spoken.transcript.text += "word ";
    auto end = static_cast<std::uint32_t>(spoken.transcript.text.size());
    auto& turns = spoken.layout.turns;
    if (turns.empty() || turns.back().speaker != one.speaker)
      turns.push_back({one.speaker, std::nullopt, std::nullopt, number, 0});
    ++turns.back().paragraph_count;
    Paragraph paragraph;
    paragraph.text = {begin, end};
    paragraph.turn = static_cast<std::uint32_t>(turns.size() - 1);
    if (one.seconds >= 0) paragraph.start = Timecode{one.seconds * 1000};
    spoken.layout.paragraphs.push_back(paragraph);
    spoken.fragments.push_back("p-" + std::to_string(number));
  }
  return episode;
}

std::string windows(const Episode& episode) {
  std::string all;
  for (const Moment& moment : moments_of(episode))
    all += std::to_string(moment.begin) + "-" + std::to_string(moment.end) +
           (moment.chapter.empty() ? "" : " " + moment.chapter) + "; ";
  return all;
}

}  // namespace

TEST_CASE("a window has 150 words or more, of whole turns") {
  CHECK(windows(Episode()) == "");
  CHECK(windows(episode_of({{0, 5}})) == "0-1; ");
  CHECK(windows(episode_of({{0, 100}, {1, 40}, {0, 20}, {1, 100}, {0, 60}})) == "0-3; 3-5; ");
  CHECK(windows(episode_of({{0, 80}, {0, 60}, {1, 140}, {0, 150}})) == "0-3; 3-4; ");
}

TEST_CASE("a turn of more than 150 words is parted at its paragraphs") {
  CHECK(windows(episode_of({{0, 100}, {0, 100}, {0, 100}, {0, 100}})) == "0-2; 2-4; ");
}

TEST_CASE("or it has 75 seconds or more, where words are few") {
  CHECK(windows(episode_of({{0, 40, 0}, {1, 40, 60}, {0, 40, 80}, {1, 40, 170}, {0, 40, 180}})) ==
        "0-2; 2-3; 3-5; ");
}

TEST_CASE("what is left over goes with the window before it, and none goes across a chapter") {
  CHECK(windows(episode_of({{0, 150}, {1, 150}, {0, 10}})) == "0-1; 1-3; ");
  Episode episode = episode_of({{0, 10}, {0, 70}, {0, 100}, {1, 20}, {0, 150}});
  episode.chapters = {
      {Timecode{0}, "One", "p-1"}, {Timecode{1}, "Two", "p-3"}, {Timecode{2}, "Three", "p-3"}};
  CHECK(windows(episode) == "0-1; 1-3 One; 3-5 Three; ");
}

TEST_CASE("a heading belongs to the chapter below it, not to what was said before") {
  Episode episode = episode_of({{0, 100}, {-1, 3}, {-1, 2}, {1, 100, 60}});
  auto spoken = std::make_shared<SpokenText>(*episode.spoken);
  for (std::size_t i : {1, 2}) spoken->layout.paragraphs[i].kind = Cue::Kind::heading;
  episode.spoken = spoken;
  episode.chapters = {{Timecode{60'000}, "Two", "p-3"}};
  CHECK(windows(episode) == "0-1; 1-4 Two; ");
}

TEST_CASE("speakers of a window, each once") {
  Episode episode = episode_of({{1, 10}, {0, 10}, {1, 10}, {-1, 10}});
  CHECK(speakers_in(*episode.spoken, {0, 4, ""}) == std::vector<std::string>{"Bob", "Ada"});
  CHECK(speakers_in(*episode.spoken, {3, 4, ""}).empty());
}

}  // namespace kbgen
