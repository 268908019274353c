// What belongs together.

#include "model/relations.h"

#include <doctest/doctest.h>

#include "support/linked.h"

namespace kbgen {

TEST_CASE("association is Dunning's G², and nothing where two things avoid each other") {
  // "the swiss" in table 2 of the paper: 110 of 221 and 2,552 in 31,777.
  CHECK(association(110, 221, 2552, 31777) == doctest::Approx(270.72).epsilon(0.0001));
  CHECK(association(5, 10, 10, 20) == 0);  // as often as by chance
  CHECK(association(1, 10, 10, 20) == 0);
  CHECK(association(0, 3, 4, 20) == 0);
  CHECK(association(4, 4, 4, 4) == 0);  // always both: says nothing
  CHECK(association(4, 4, 4, 8) > association(3, 4, 4, 8));
  CHECK(association(4, 4, 4, 80) > association(4, 4, 4, 8));
}

static std::string names_of(const Linked& site, const std::vector<RelatedEpisode>& related) {
  std::string out;
  for (const RelatedEpisode& one : related) {
    out += site.site.episodes[one.other].slug + "(";
    for (EntityId shared : one.shared) out += slug_of(site.site, shared) + " ";
    if (out.ends_with(' ')) out.pop_back();
    out += ") ";
  }
  return out;
}

TEST_CASE("episodes are related by what they share, the rarer the closer, at most five") {
  TestProject project;
  for (const char* topic : {"common", "rare"}) write_topic(topic);
  write_episode("a", "date: 2020-01-01\ntopics: [common, rare]");
  write_episode("b", "date: 2020-01-02\ntopics: [common]");
  write_episode("c", "date: 2020-01-03\ntopics: [common]");
  write_episode("d", "date: 2020-01-04\ntopics: [common]");
  write_episode("e", "date: 2020-01-05\ntopics: [common]");
  write_episode("f", "date: 2020-01-06\ntopics: [common]");
  write_episode("g", "date: 2020-01-07\ntopics: [rare, common]");
  write_episode("alone", "date: 2020-01-08");
  Linked site;
  CHECK(names_of(site, site.links.related_episodes[site.episode("a")]) ==
        "g(rare common) f(common) e(common) d(common) c(common) ");
  CHECK(names_of(site, site.links.related_episodes[site.episode("alone")]) == "");
}

static std::string names_of(const Linked& site, const std::vector<Relation>& related) {
  std::string out;
  for (const Relation& one : related) {
    out += slug_of(site.site, one.other) + " " + std::to_string(one.moments) + ":";
    for (const Place& place : one.places)
      out += " " + site.site.episodes[place.episode].slug + "/" + std::to_string(place.paragraph);
    out += "\n";
  }
  return out;
}

TEST_CASE(
    "what is said in the same moments more often than by chance is related, with its places") {
  TestProject project;
  for (const char* topic : {"mill", "wheel", "river", "lonely"}) write_topic(topic);
  write_bytes("content/episodes/e.vtt",
              captions({"A mill and its wheel, and a mill.", "Nothing.", "A wheel of the mill.",
                        "The river.", "Nothing.", "The river.", "Nothing at all.", "Lonely.",
                        "A river.", "Again, nothing."}));
  Linked site;
  CHECK(names_of(site, site.links.related[site.topic("mill")]) == "wheel 2: e/0 e/2\n");
  CHECK(names_of(site, site.links.related[site.topic("wheel")]) == "mill 2: e/0 e/2\n");
  CHECK(site.links.related[site.topic("river")].empty());
  CHECK(site.links.related[site.topic("lonely")].empty());
}

TEST_CASE("without transcripts, episodes count as moments and what they are about as said") {
  TestProject project;
  for (const char* topic : {"a", "b", "c", "d"}) write_topic(topic);
  write_episode("one", "topics: [a, b]");
  write_episode("two", "topics: [a, b]");
  write_episode("three", "topics: [c]");
  write_episode("four", "topics: [c, d]");
  Linked site;
  CHECK(names_of(site, site.links.related[site.topic("a")]) == "b 2:\n");
  CHECK(site.links.related[site.topic("d")].empty());
}

TEST_CASE("a person's topics are those of the episodes in which they take part") {
  TestProject project;
  for (const char* topic : {"a", "b"}) write_topic(topic);
  write_bytes("content/guests/ada.md", "---\nname: Ada\n---\n");
  write_episode("one", "guests: [ada]\ntopics: [b]");
  write_episode("two", "hosts: [ada]\ntopics: [a, b]");
  write_episode("three", "topics: [a]");
  Linked site;
  std::string topics;
  for (const MentionCount& topic : site.links.topics_with[site.person("ada")])
    topics += slug_of(site.site, topic.target) + std::to_string(topic.count) + " ";
  CHECK(topics == "b2 a1 ");
}

}  // namespace kbgen
