// What is too long for one page, and how it is cut.

#include "model/parts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "permalinks/lock.h"
#include "support/linked.h"

namespace kbgen {

namespace {

// Writes an episode of the day `number` of an archive, in which somebody names the mill `times`
// times, each time in a paragraph of its own.
void write_talk(int number, int times) {
  std::string text = "WEBVTT\n";
  for (int i = 0; i < times; ++i)
    text += fmt::format(
        "\n00:{0:02}:01.000 --> 00:{0:02}:05.000\n<v Ada>Before it. Here the mill turned, time "
        "{0} of talk {1}. "
        "After it.\n",
        i, number);
  std::string slug = fmt::format("e{:04}", number);
  write_bytes("content/episodes/" + slug + ".vtt", text);
  write_episode(slug, fmt::format("date: {}-{:02}-{:02}\ntranscript: {}.vtt", 2000 + number / 336,
                                  number / 28 % 12 + 1, number % 28 + 1, slug));
}

std::string described(const Part& part) {
  return fmt::format("{} {}.{} {}\n", part.path, part.name, part.number, part.entries.size());
}

std::vector<Part> parts_about(const Linked& site, Whole whole) {
  std::vector<Part> parts = plan_parts(site.site, site.links);
  std::erase_if(parts, [&](const Part& part) { return part.whole != whole; });
  return parts;
}

std::string described(const std::vector<Part>& parts) {
  std::string lines;
  for (const Part& part : parts) lines += described(part);
  return lines;
}

}  // namespace

TEST_CASE("a page that is short enough has no parts") {
  TestProject project;
  write_topic("mill");
  for (int i = 0; i < 20; ++i) write_talk(i, 3);
  Linked site;
  CHECK(plan_parts(site.site, site.links).empty());
}

TEST_CASE("parts are filled from the oldest episode on, so a new one changes only the last") {
  TestProject project;
  write_topic("mill");
  for (int i = 0; i < 400; ++i) write_talk(i, 2);
  Linked before;
  std::vector<Part> parts = parts_about(before, before.topic("mill"));
  CHECK(described(parts) ==
        "topics/mill/1/ 2000.1 132\n"
        "topics/mill/2/ 2000.2 132\n"
        "topics/mill/3/ 2000–2001.1 132\n"
        "topics/mill/4/ 2001.1 4\n");
  CHECK(title_of(before.site, parts[0].entries[0]) == "e0000");
  write_talk(400, 2);
  Linked after;
  std::vector<Part> grown = parts_about(after, after.topic("mill"));
  CHECK(described(grown) ==
        "topics/mill/1/ 2000.1 132\n"
        "topics/mill/2/ 2000.2 132\n"
        "topics/mill/3/ 2000–2001.1 132\n"
        "topics/mill/4/ 2001.1 5\n");
}

TEST_CASE("a page with parts shows the best passages, a part the best of each of its episodes") {
  TestProject project;
  write_topic("mill");
  for (int i = 0; i < 30; ++i) write_talk(i, i == 7 ? 9 : 3);
  Linked site;
  EntityId mill = site.topic("mill");
  std::vector<PassageGroup> best = best_passages(site.site, site.links, mill);
  REQUIRE(best.size() == 12);
  CHECK(site.site.episodes[best[0].episode].slug == "e0007");  // it says most
  CHECK(best[0].passages.size() == 4);
  CHECK(best[0].left_out == 5);
  CHECK(best[0].mentions == 9);
  std::vector<Part> parts = parts_about(site, mill);
  REQUIRE(parts.size() == 1);
  std::vector<PassageGroup> groups = passages_on(site.site, site.links, parts[0]);
  REQUIRE(groups.size() == 30);
  CHECK(groups[7].passages.size() == 2);
  CHECK(groups[7].left_out == 7);
  // Only the sentence that has the name; the page of the topic has those around it, too.
  CHECK(text_of(site.site, groups[0].passages[0]) == "Here the mill turned, time 0 of talk 0.");
}

TEST_CASE("every mention is counted on exactly one part") {
  TestProject project;
  write_topic("mill");
  for (int i = 0; i < 200; ++i) write_talk(i, 1 + i % 4);
  Linked site;
  EntityId mill = site.topic("mill");
  std::size_t mentions = 0;
  for (const Part& part : parts_about(site, mill))
    for (const PassageGroup& group : passages_on(site.site, site.links, part))
      mentions += group.mentions;
  CHECK(mentions == site.links.mentions_of[mill].size());
  CHECK(episodes_naming(site.links, mill) == 200);
}

TEST_CASE("a long list has a part for each letter, in the order of titles; others come last") {
  TestProject project;
  for (int i = 0; i < 150; ++i) write_topic(fmt::format("alpha-{:03}", i));
  for (int i = 0; i < 60; ++i)
    write_topic(fmt::format("e{:03}", i), fmt::format("title: É{:03}", i));
  write_topic("plus", "title: +");
  Linked site;
  CHECK(described(parts_about(site, PageKind::topics)) ==
        "topics/list/a/ A.1 150\n"
        "topics/list/e/ E.1 60\n"
        "topics/list/other/ .1 1\n");
}

TEST_CASE("a long list of episodes has a part for each year; undated ones come last") {
  TestProject project;
  for (int i = 0; i < 340; ++i) write_talk(i, 1);
  write_episode("undated", "");
  Linked site;
  CHECK(described(parts_about(site, PageKind::episodes)) ==
        "episodes/list/2000/ 2000.1 100\n"
        "episodes/list/2000/2/ 2000.2 100\n"
        "episodes/list/2000/3/ 2000.3 100\n"
        "episodes/list/2000/4/ 2000.4 36\n"
        "episodes/list/2001/ 2001.1 4\n"
        "episodes/list/other/ .1 1\n");
}

TEST_CASE("a part that is not needed any more leads to the page that it continued") {
  TestProject project;
  write_topic("mill");
  for (int i = 0; i < 30; ++i) write_talk(i, 4);
  REQUIRE(build_site({"--base-url", "https://example.org"}).status == 0);
  CHECK(read_bytes("site/topics/mill/1/index.html").empty());  // the template of parts is empty
  for (int i = 2; i < 30; ++i) write_talk(i, 0);
  Run run = build_site({"--base-url", "https://example.org"});
  CHECK(run.err == "");
  CHECK(run.status == 0);
  std::string redirect = read_bytes("site/topics/mill/1/index.html");
  CHECK(redirect.find("href=\"https://example.org/topics/mill/\"") != redirect.npos);
  // Where the topic itself has another address now, its former parts lead there.
  write_bytes("content/topics/windmill.md", "---\naliases: [/topics/mill/]\n---\n");
  std::filesystem::remove("content/topics/mill.md");
  CHECK(build_site({"--base-url", "https://example.org"}).status == 0);
  redirect = read_bytes("site/topics/mill/1/index.html");
  CHECK(redirect.find("href=\"https://example.org/topics/windmill/\"") != redirect.npos);
}

TEST_CASE("only parts have paths of parts") {
  CHECK(path_of_whole_of("topics/mill/12/") == "topics/mill/");
  CHECK(path_of_whole_of("episodes/list/2019/2/") == "episodes/");
  CHECK(path_of_whole_of("topics/mill/") == "");
  CHECK(path_of_whole_of("topics/mill/v/2026-11-21-5f3a0c81d2e4/") == "");
  CHECK(path_of_whole_of("12/") == "");
  CHECK(path_of_whole_of("slides/12.html") == "");
  CHECK(path_of_whole_of("") == "");
}

}  // namespace kbgen
