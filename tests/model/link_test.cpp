// What follows from the site: order, roles, relations, mentions.

#include <doctest/doctest.h>

#include <string>

#include "build.h"
#include "content/discover.h"
#include "content/parse.h"
#include "model/assemble.h"
#include "model/links.h"
#include "support/project.h"

namespace kbgen {

namespace {

// A project as far as links: read from the folder in which the test stands.
struct Linked {
  Diagnostics diag;
  Project project = open_project({}, diag);
  SourceTree sources = discover(project, diag);
  Site site = assemble(parse(sources, project, diag), project, diag);
  Links links = link(site, diag);

  EpisodeId episode(std::string_view slug) const {
    for (const Episode& e : site.episodes)
      if (e.slug == slug) return e.id;
    FAIL("there is no such episode");
    return {};
  }
  TopicId topic(std::string_view slug) const {
    for (const Topic& t : site.topics)
      if (t.slug == slug) return t.id;
    FAIL("there is no such topic");
    return {};
  }

  std::string slugs(const std::vector<EpisodeId>& ids) const {
    std::string out;
    for (EpisodeId id : ids) out += site.episodes[id].slug + " ";
    return out;
  }

  // The words of each mention, with its target and its sentence.
  std::string mentions(std::string_view slug) const {
    std::string out;
    EpisodeId id = episode(slug);
    const SpokenText& spoken = *site.episodes[id].spoken;
    auto [begin, end] = links.mentions_of_episode[id.index];
    for (std::uint32_t i = begin; i < end; ++i) {
      const Mention& m = links.mentions[i];
      out += slug_of(site, m.target) + ": " + std::string(spoken.text_of(m.text)) + " < " +
             std::string(spoken.text_of(m.context)) + "\n";
    }
    return out;
  }
};

void write_episode(const std::string& slug, const std::string& front_matter,
                   const std::string& body = "") {
  write_bytes("content/episodes/" + slug + ".md",
              "---\ntitle: " + slug + "\n" + front_matter + "\n---\n" + body);
}

void write_topic(const std::string& slug, const std::string& front_matter = "") {
  write_bytes("content/topics/" + slug + ".md", "---\n" + front_matter + "\n---\n");
}

}  // namespace

TEST_CASE(
    "episodes are in order of date, newest first; then by number, then by name; undated ones "
    "last") {
  TestProject project;
  write_episode("b", "date: 2020-05-01\nnumber: 2");
  write_episode("a", "date: 2020-05-01\nnumber: 1");
  write_episode("c", "date: 2020-05-01");
  write_episode("year", "date: 2020");
  write_episode("late", "date: 2021-01");
  write_episode("undated", "number: 9");
  write_episode("also-undated", "");
  Linked site;
  std::string order;
  for (const Episode& episode : site.site.episodes) order += episode.slug + " ";
  CHECK(order == "late b a c year undated also-undated ");
}

TEST_CASE("a mention has its sentence, and never crosses sentences or paragraphs") {
  TestProject project;
  write_topic("mill", "aliases: [water mill]");
  write_topic("c-plus-plus", "title: C++");
  write_bytes("content/episodes/e.vtt",
              "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Ada>We went. The water mill turned, Mr. "
              "Smith said. A mill! Water. Mill.\n\n"
              "00:01:00.000 --> 00:01:05.000\n<v Bob>In C++ and Mills we trust.\n");
  CHECK(Linked().mentions("e") ==
        "mill: water mill < The water mill turned, Mr. Smith said.\n"
        "mill: mill < A mill!\n"
        "mill: Mill < Mill.\n"
        "c-plus-plus: C++ < In C++ and Mills we trust.\n");
}

TEST_CASE("a name that two things share is a mention of both") {
  TestProject project;
  write_topic("wave-topic", "title: Wave");
  write_bytes("content/resources/wave-tool.md",
              "---\ntitle: The Wave tool\naliases: [Wave]\n---\n");
  write_bytes("content/episodes/e.vtt",
              "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Ada>On Wave.\n");
  CHECK(Linked().mentions("e") == "wave-topic: Wave < On Wave.\nwave-tool: Wave < On Wave.\n");
}

TEST_CASE("mentions of a thing are in the order of episodes and places") {
  TestProject project;
  write_topic("mill");
  for (const char* year : {"2019", "2021", "2020"}) {
    write_bytes(std::string("content/episodes/t") + year + ".vtt",
                "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Ada>A mill.\n\n00:01:01.000 --> "
                "00:01:05.000\n<v Bob>Mill.\n");
    write_episode("e" + std::string(year),
                  "date: " + std::string(year) + "\ntranscript: t" + year + ".vtt");
  }
  Linked site;
  std::string order;
  for (std::uint32_t index : site.links.mentions_of[site.topic("mill")]) {
    const Mention& mention = site.links.mentions[index];
    order +=
        site.site.episodes[mention.episode].slug + "/" + std::to_string(mention.paragraph) + " ";
  }
  CHECK(order == "e2021/0 e2021/1 e2020/0 e2020/1 e2019/0 e2019/1 ");
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
  write_episode("g", "date: 2020-01-07\ntopics: [rare]");
  write_episode("alone", "date: 2020-01-08");
  Linked site;
  CHECK(site.slugs(site.links.related_episodes[site.episode("a")]) == "g f e d c ");
  CHECK(site.slugs(site.links.related_episodes[site.episode("g")]) == "a ");
  CHECK(site.slugs(site.links.related_episodes[site.episode("alone")]) == "");
}

TEST_CASE("topics are related by the episodes in which both come up") {
  TestProject project;
  for (const char* topic : {"a", "b", "c", "lonely"}) write_topic(topic);
  write_episode("one", "topics: [a, b, c]");
  write_episode("two", "topics: [a, c]");
  Linked site;
  std::string related;
  for (const Relation& relation : site.links.related[site.topic("a")])
    related += slug_of(site.site, relation.other) + std::to_string(relation.episodes) + " ";
  CHECK(related == "c2 b1 ");
  CHECK(site.links.related[site.topic("lonely")].empty());
}

TEST_CASE("backlinks name each page once, and never the page itself") {
  TestProject project;
  write_topic("a");
  write_bytes("content/pages/about.md", "[[topic:a]] [[topic:a]] [[page:about]]\n");
  write_bytes("content/guests/ada.md", "---\nname: Ada\n---\n[[topic:a]]\n");
  Linked site;
  std::string from;
  for (EntityId id : site.links.backlinks[site.topic("a")]) from += slug_of(site.site, id) + " ";
  CHECK(from == "ada about ");
  CHECK(site.links.backlinks[StaticPageId{0}].empty());
}

TEST_CASE("who is host and guest of one episode takes part in it once") {
  TestProject project;
  write_bytes("content/guests/ada.md", "---\nname: Ada\n---\n");
  write_episode("e", "hosts: [ada]\nguests: [ada]");
  Linked site;
  CHECK(site.slugs(site.links.episodes_of[PersonId{0}]) == "e ");
}

TEST_CASE("people known from transcripts alone come behind those who have files, as they speak") {
  TestProject project;
  write_bytes("content/guests/mary.md", "---\nname: Mary Somerville\n---\n");
  write_bytes("content/episodes/e.vtt",
              "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Zoe Last>One.\n\n00:00:03.000 --> "
              "00:00:05.000\n<v Ada First>Two.\n");
  Linked site;
  std::string order;
  for (const Person& person : site.site.people) order += person.slug + " ";
  CHECK(order == "mary zoe-last ada-first ");
}

}  // namespace kbgen
