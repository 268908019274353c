// Advertisements and stock phrases, which count for nobody.

#include "model/stock_speech.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/passages.h"
#include "model/talk_time.h"
#include "support/linked.h"

namespace kbgen {

static const std::string advertisement =
    "This hour is brought to you by Loom and Sons, who make growth easy.";

// An episode in which Bob reads something out and Ada says how her wheel grows.
static void write_talk(int number, const std::string& read_out) {
  write_episode(fmt::format("e{}", number), fmt::format("date: 2024-01-0{}", number),
                fmt::format("**Bob:** {}\n\n**Ada:** Wheel number {} shows real growth, I think.\n",
                            read_out, number));
}

static std::string talk_of(const Linked& site, std::string_view slug) {
  EpisodeId id = site.episode(slug);
  const SpokenText& spoken = *site.site.episodes[id].spoken;
  std::string out;
  for (const TalkShare& talk : talk_shares(spoken, site.links.stock.of_episode[id.index]))
    out += fmt::format("{} {};", spoken.speakers[static_cast<std::size_t>(talk.speaker)].name,
                       talk.words);
  return out;
}

TEST_CASE("what three episodes say word for word is linked, and counts for nobody") {
  TestProject project;
  write_topic("growth");
  write_bytes("content/guests/ada.md", "---\nname: Ada\n---\n");
  write_bytes("content/guests/bob.md", "---\nname: Bob\n---\n");
  for (int i = 1; i <= 3; ++i) write_talk(i, advertisement);
  Linked site;
  TopicId growth = site.topic("growth");
  CHECK(site.links.mentions.size() == 6);
  CHECK(site.links.mentions_counted == 3);
  CHECK(site.links.mentions_of[growth].size() == 3);
  CHECK(site.links.mentioned_in[site.episode("e1")][0].count == 1);
  CHECK(talk_of(site, "e1") == "");  // nobody but Ada says anything of their own

  // Nobody named it but Ada, on pages about people and about topics alike.
  std::string named;
  for (const MentionCount& said : site.links.speakers_of[growth])
    named += fmt::format("{} {};", title_of(site.site, said.target), said.count);
  CHECK(named == "Ada 3;");
  for (const Person& person : site.site.people)
    CHECK(site.links.named_by[person.id].size() == (person.name == "Ada" ? 1 : 0));

  std::string quoted;
  for (const PassageGroup& group : passages_about(site.site, site.links, growth))
    for (const Passage& passage : group.passages)
      if (passage.is_stock) quoted += fmt::format("{} +{}", group.mentions, passage.repeats);
  CHECK(quoted == "1 +2");
}

TEST_CASE("two episodes, or other words, are no stock speech; case and signs are no other words") {
  TestProject project;
  write_topic("growth");
  write_talk(1, advertisement);
  write_talk(2, advertisement);
  write_talk(3, "This hour is brought to you by Loom and Sons, who made growth easy.");
  CHECK(Linked().links.mentions_counted == 6);
  write_talk(3, "this hour is brought to you by Loom and sons: who make growth easy");
  CHECK(Linked().links.mentions_counted == 3);
}

TEST_CASE("short sentences are stock speech if what follows them is the same, too") {
  TestProject project;
  write_topic("growth");
  for (int i = 1; i <= 3; ++i)
    write_talk(i, fmt::format("Growth is easy. Ask Loom and Sons for all of it. Number {}.", i));
  Linked site;
  CHECK(site.links.mentions_counted == 3);
}

TEST_CASE("what `boilerplate` names counts for nobody, however often it is said") {
  TestProject project;
  write_topic("growth");
  write_bytes("config.yaml",
              "title: A case\ntheme: plain\nboilerplate:\n  - loom and sons who make growth\n"
              "  - nobody says this\n");
  write_talk(1, "Loom and Sons who make growth easy are here. Growth is a word of mine.");
  Linked site;
  CHECK(site.links.mentions.size() == 3);
  CHECK(site.links.mentions_counted == 2);
  CHECK(site.links.stock.uses == std::vector<std::uint32_t>{1, 0});
  CHECK(talk_of(site, "e1") == "Bob 9;Ada 8;");
}

}  // namespace kbgen
