#include "start/content_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "support/manual.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

// The keys that the page "Writing" of the manual explains below "## People" and the like.
std::vector<std::string> documented_keys(const std::string& heading) {
  std::vector<std::string> keys;
  bool is_here = false;
  std::string text = manual_page("writing");
  for (std::string_view line : split(text, '\n')) {
    if (line.starts_with("##")) is_here = line == "## " + heading;
    if (!is_here || !line.starts_with("| `")) continue;
    std::string_view cell = line.substr(2, line.find(" | ") - 2);
    for (std::string_view key : split(cell, ','))
      keys.emplace_back(replace_all(trim(key), "`", ""));
  }
  return keys;
}

ContentKind kind(std::string_view name) {
  return std::ranges::find(new_kinds(), name, &ContentFolder::one)->kind;
}

EpisodeRecord episode(const std::string& show, std::optional<int> season,
                      std::optional<int> number) {
  EpisodeRecord record;
  record.show.name = show;
  record.season = season;
  record.number = number;
  return record;
}

Config two_shows() {
  Config config;
  config.shows.resize(2);
  config.shows[0].slug = "tea";
  config.shows[0].hosts = {{"ada", {}}};
  config.shows[1].slug = "data";
  return config;
}

}  // namespace

TEST_CASE("a new file has every key that the manual explains for its kind") {
  const std::map<std::string, std::string> headings = {{"episode", "Episodes"},
                                                       {"guest", "People"},
                                                       {"topic", "Topics"},
                                                       {"resource", "Resources"},
                                                       {"page", "Pages"}};
  for (const auto& [name, heading] : headings) {
    NewContent content;
    content.title = "A title";
    content.date = *parse_date("2026-11-21");
    std::string text = new_content_file(kind(name), content).text;
    std::vector<std::string> keys = documented_keys(heading);
    REQUIRE(!keys.empty());
    for (const std::string& key : keys) {
      CAPTURE(name);
      CAPTURE(key);
      bool is_there = text.find("\n" + key + ":") != text.npos;
      CHECK((is_there || text.find("\n#" + key + ":") != text.npos));
    }
  }
}

TEST_CASE("the next episode goes on counting where its show's last season is") {
  Records records;
  records.episodes = {episode("tea", 1, 12), episode("tea", 2, 3), episode("tea", 2, 2),
                      episode("data", {}, 40)};
  NextEpisode next = next_episode(two_shows(), records, "tea");
  CHECK(next.season == 2);
  CHECK(next.number == 4);
  CHECK(next.hosts == std::vector<std::string>{"ada"});
  CHECK(next_episode(two_shows(), records, "data").number == 41);
  CHECK(next_episode(two_shows(), {}, "data").number == 1);
}

TEST_CASE("a show that nobody numbers is not numbered") {
  Records records;
  records.episodes = {episode("tea", {}, {})};
  CHECK(!next_episode(two_shows(), records, "tea").number);
}

TEST_CASE("an episode needs to say its show only where there are several") {
  Config one;
  one.shows.resize(1);
  one.shows[0].slug = "tea";
  CHECK(next_episode(one, {}, "").show == "tea");
  CHECK(next_episode({}, {}, "").problem == "");
  CHECK(next_episode(two_shows(), {}, "").problem ==
        "there are several shows: say which with --show tea or --show data");
  CHECK(next_episode(two_shows(), {}, "dota").problem ==
        "config.yaml has no show 'dota'; did you mean 'data'?");
}

}  // namespace kbgen
