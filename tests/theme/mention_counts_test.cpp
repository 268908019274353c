#include "theme/mention_counts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/made_publication.h"

namespace kbgen {

namespace {

std::vector<TextFile> files() {
  return {{"episodes/a.md", "---\ntitle: A\ndate: 2020-01-01\nguests: [ada, bob]\n---\n" +
                                captions_of({"<v Ada>Mills. More mills.", "<v Bob>The mills.",
                                             "<v Zoe>Looms and mills."})},
          {"episodes/b.md", "---\ntitle: B\ndate: 2023-01-01\nguests: [bob]\n---\n" +
                                captions_of({"<v Bob>Mills.", "<v Bob>Nothing."})},
          {"episodes/c.md", "---\ntitle: C\nguests: [bob]\n---\n" +
                                captions_of({"<v Bob>Mills.", "<v Bob>Nothing."})},
          {"guests/ada.md", "---\nname: Ada\n---\n"},
          {"guests/bob.md", "---\nname: Bob\n---\n"},
          {"topics/looms.md", "---\ntitle: Looms\n---\n"},
          {"topics/mills.md", "---\ntitle: Mills\n---\n"}};
}

}  // namespace

TEST_CASE("who_says counts the mentions of people with pages, most first") {
  MadePublication made(files());
  std::string counts;
  for (const SpeakerCount& one : who_says(made.view("topics/mills/"), made.topic("mills")))
    counts += fmt::format("{} {}; ", one.name, one.count);
  CHECK(counts == "Bob 3; Ada 2; ");
}

TEST_CASE("mentions_by_year leaves no year out between the first and the last") {
  MadePublication made(files());
  std::string counts;
  for (const YearCount& one : mentions_by_year(made.view("topics/mills/"), made.topic("mills")))
    counts += fmt::format("{} {}; ", one.year, one.count);
  CHECK(counts == "2020 4; 2021 0; 2022 0; 2023 1; ");
  CHECK(mentions_by_year(made.view("topics/looms/"), made.topic("looms")).size() == 1);
}

TEST_CASE("places in an episode are hundredths of its words, each once") {
  MadePublication made(files());
  View view = made.view("topics/mills/");
  CHECK(places_in_episode(view, made.topic("mills"), made.episode("b")) == std::vector<int>{0});
  CHECK(places_in_episode(view, made.topic("looms"), made.episode("b")).empty());
  std::vector<int> places = places_in_episode(view, made.topic("mills"), made.episode("a"));
  CHECK(places.size() == 4);
  CHECK(places.back() <= 99);
  CHECK(mentioned_by<TopicId>(view, made.episode("a")).size() == 2);
  CHECK(url_of_place(view, {made.episode("a"), 1}) == "../../episodes/a/index.html#t=10");
}

}  // namespace kbgen
