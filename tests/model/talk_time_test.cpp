// Who talks how much.

#include "model/talk_time.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/linked.h"

namespace kbgen {

static std::string shares(const std::string& file, const std::string& transcript) {
  TestProject project;
  write_bytes("content/episodes/" + file, transcript);
  Linked site;
  const SpokenText& spoken = *site.site.episodes[EpisodeId{0}].spoken;
  std::string out;
  for (const TalkShare& talk : talk_shares(spoken, {}))
    out += fmt::format("{} {} {}w {:.0f}%\n",
                       spoken.speakers[static_cast<std::size_t>(talk.speaker)].name,
                       talk.time ? format_timecode(*talk.time) : "-", talk.words, talk.share * 100);
  return out;
}

TEST_CASE("talk is counted by the times of the cues, and sums to the whole") {
  CHECK(shares("e.vtt",
               "WEBVTT\n\n00:00:00.000 --> 00:00:30.000\n<v Ada>One two three.\n\n"
               "00:01:00.000 --> 00:01:10.000\n<v Bob>Four.\n\n"
               "00:01:10.000 --> 00:01:30.000\n<v Bob>Five.\n\n"
               "00:02:00.000 --> 00:02:30.000\n<v Ada>Six.\n") ==
        "Ada 1:00 4w 67%\nBob 0:30 2w 33%\n");
}

TEST_CASE("without ends, a cue lasts until the next one; the last counts by its words") {
  CHECK(shares("e.txt",
               "Ada Low  0:00\nOne two three four.\n\nBob High  0:08\nFive six.\n\n"
               "Ada Low  0:12\nSeven eight nine.\n") ==
        "Ada Low 0:14 7w 78%\nBob High 0:04 2w 22%\n");
}

TEST_CASE("without times, talk is counted by words; one voice alone is no share") {
  CHECK(shares("e.txt", "**Ada:** One two three.\n\n**Bob:** Four.\n\n**Ada:** Five six.\n") ==
        "Ada - 5w 83%\nBob - 1w 17%\n");
  CHECK(shares("e.txt", "**Ada:** One two three.\n\n**Ada:** Four.\n") == "");
}

TEST_CASE("labels of one person are one share") {
  TestProject project;
  write_bytes("content/guests/ada.md", "---\nname: Ada Low\n---\n");
  write_bytes("content/episodes/talk.txt",
              "**Ada Low:** One two.\n\n**Bob:** Three.\n\n**Ada L:** Four five.\n");
  write_episode("e", "transcript:\n  file: talk.txt\n  speakers: {Ada L: ada}");
  Linked site;
  std::vector<TalkShare> talk = talk_shares(*site.site.episodes[EpisodeId{0}].spoken, {});
  REQUIRE(talk.size() == 2);
  CHECK(talk[0].words == 4);
  CHECK(talk[0].share == doctest::Approx(0.8));
}

}  // namespace kbgen
