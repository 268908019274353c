// What follows from the site: order, roles, relations, mentions.

#include <doctest/doctest.h>

#include <string>

#include "support/linked.h"

namespace kbgen {

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
        "c-plus-plus: C++ < In C++ and Mills we trust.\n"
        "mill: Mills < In C++ and Mills we trust.\n");
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

TEST_CASE("backlinks name each page once, with its sentences, and never the page itself") {
  TestProject project;
  write_topic("a");
  write_bytes("content/pages/about.md",
              "First. See [[topic:a|the letter]] and [a](../topics/a.md). [[topic:a]]!\n\n"
              "- One\n- The [[page:about]] page\n");
  write_bytes("content/guests/ada.md",
              "---\nname: Ada\n---\n![](x.svg)\n\n| On | a |\n|-|-|\n| Dr. B | [a & "
              "b](../topics/a.md#x-y) |\n\n## X y\n");
  write_bytes("content/guests/x.svg", "<svg/>");
  write_bytes("content/topics/a.md", "---\n---\n## X y\n");
  Linked site;
  std::string from;
  for (const Backlink& link : site.links.backlinks[site.topic("a")]) {
    from += slug_of(site.site, link.from) + ":\n";
    std::string_view text = prose_of(site.site, link.from).text;
    for (const LinkingSentence& s : link.sentences)
      from += "  " + std::string(text.substr(s.sentence.begin, s.sentence.size())) + " <" +
              std::string(text.substr(s.words.begin, s.words.size())) + ">\n";
  }
  CHECK(from ==
        "ada:\n"
        "  a & b <a & b>\n"
        "about:\n"
        "  See the letter and a. <the letter>\n"
        "  A! <A>\n");
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
