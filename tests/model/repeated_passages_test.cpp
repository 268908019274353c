#include "model/repeated_passages.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace kbgen {

namespace {

// The groups of passages of so many episodes, in each of which all of these words are one passage.
struct Said {
  Site site;
  std::vector<PassageGroup> groups;

  Said(std::size_t episodes, const std::string& words) {
    for (std::size_t i = 0; i < episodes; ++i) {
      auto spoken = std::make_shared<SpokenText>();
      // White space does not count: captions break lines anywhere.
      spoken->transcript.text = i % 2 ? words : replace_all(words, " ", " \n");
      Episode episode;
      episode.spoken = spoken;
      EpisodeId id = site.episodes.add(episode);
      Passage passage;
      passage.episode = id;
      passage.naming =
          passage.text = {0, static_cast<std::uint32_t>(spoken->transcript.text.size())};
      groups.push_back({id, 1, {passage}, 1, 0});
    }
  }
};

constexpr const char* advertisement = "This is made possible by the mill of the town.";

}  // namespace

TEST_CASE("of words that three episodes share the newest one keeps them and knows of the others") {
  Said said(3, advertisement);
  keep_one_of_repeated(said.site, said.groups);
  REQUIRE(said.groups.size() == 1);
  CHECK(said.groups[0].episode == EpisodeId{0});
  CHECK(said.groups[0].passages.at(0).repeats == 2);
}

TEST_CASE("words that two episodes share stay, and so do short ones") {
  Said twice(2, advertisement), brief(5, "Go to the mill of the town.");
  keep_one_of_repeated(twice.site, twice.groups);
  CHECK(twice.groups.size() == 2);
  keep_one_of_repeated(brief.site, brief.groups);
  CHECK(brief.groups.size() == 5);
  CHECK(brief.groups[0].passages.at(0).repeats == 0);
}

}  // namespace kbgen
