// Records into entities, one pass at a time: no file is read.

#include "model/assemble.h"

#include <doctest/doctest.h>

#include <deque>

#include "base/text.h"
#include "content/records.h"

namespace kbgen {

namespace {

Reference to(const std::string& name) { return {name, {}}; }

// Content files as if they had been read.
struct Written {
  std::deque<SourceFile> files;  // records point to them
  Records records;
  Project project;
  Diagnostics diag;

  EpisodeRecord& episode(const std::string& slug) { return add(records.episodes, slug); }
  PersonRecord& person(const std::string& slug) { return add(records.people, slug); }
  TopicRecord& topic(const std::string& slug) { return add(records.topics, slug); }
  ResourceRecord& resource(const std::string& slug) { return add(records.resources, slug); }

  Site assembled() {
    SpokenMemo memo(Memory::none);
    return assemble(std::move(records), project, Lock(), memo, diag);
  }

  // A line for each report: "code: message".
  std::string report() const {
    std::string lines;
    for (const Diagnostic& found : diag.all()) lines += found.code + ": " + found.message + "\n";
    return lines;
  }

 private:
  template <class Record>
  Record& add(std::vector<Record>& of_kind, const std::string& slug) {
    files.push_back({slug + "-" + std::to_string(files.size()) + ".md", ""});
    Record& record = of_kind.emplace_back();
    record.slug = slug;
    record.origin.path = files.back().path;
    record.origin.file = &files.back();
    return record;
  }
};

template <class Entity>
std::string slugs_of(const Table<Entity>& table) {
  std::vector<std::string> slugs;
  for (const Entity& one : table) {
    CHECK(table[one.id].slug == one.slug);
    slugs.push_back(one.slug);
  }
  return join(slugs, " ");
}

}  // namespace

TEST_CASE("assemble puts episodes newest first, then as numbered, undated ones last by slug") {
  Written written;
  written.episode("zeta");
  written.episode("old").date = parse_date("2020-01-01");
  written.episode("new").date = parse_date("2024-01-01");
  EpisodeRecord& second = written.episode("a-second");
  second.date = parse_date("2020-01-01");
  second.number = 2;
  written.episode("alpha");
  CHECK(slugs_of(written.assembled().episodes) == "new a-second old alpha zeta");
  CHECK(written.report() == "");
}

TEST_CASE("assemble moves what a record says of its thing alone into the entity") {
  Written written;
  PersonRecord& ada = written.person("ada");
  ada.name = "Ada Lovelace";
  ada.role = "analyst";
  ada.aliases = {{"Countess", true, {}}};
  ada.match = false;
  ada.old_paths = {{"/ada/", {}}};
  ada.same_as = {"https://www.wikidata.org/wiki/Q7259"};
  ada.origin.updated = parse_date("2024-05-06");
  Site site = written.assembled();
  const Person& person = site.people[{0}];
  CHECK(person.name == "Ada Lovelace");
  CHECK(person.role == "analyst");
  CHECK(person.aliases.at(0).text == "Countess");
  CHECK(!person.match);
  CHECK(person.same_as.size() == 1);
  CHECK(old_paths_of(site, person.id).at(0).text == "/ada/");
  CHECK(source_of(site, person.id) == "ada-0.md");
  CHECK(updated_of(site, person.id) == parse_date("2024-05-06"));
}

TEST_CASE("assemble leaves out the second of two files that would make one page") {
  Written written;
  written.topic("mills").title = "first";
  written.topic("mills").title = "second";
  Site site = written.assembled();
  REQUIRE(site.topics.size() == 1);
  CHECK(site.topics[{0}].title == "first");
  CHECK(written.report() == "duplicate-slug: another file makes the page 'mills' already\n");
}

TEST_CASE("assemble resolves slugs, reports those that nobody has, and keeps each once") {
  Written written;
  written.person("ada");
  written.person("bob");
  written.topic("mills");
  EpisodeRecord& episode = written.episode("one");
  episode.guests = {to("bob"), to("ada"), to("bob"), to("adda")};
  episode.topics = {to("mills"), to("wind")};
  Site site = written.assembled();
  CHECK(site.episodes[{0}].guests == std::vector<PersonId>{{1}, {0}});
  CHECK(site.episodes[{0}].topics == std::vector<TopicId>{{0}});
  CHECK(written.report() ==
        "repeated-name: 'bob' stands here twice\n"
        "unknown-guest: unknown guest 'adda'\n"
        "unknown-topic: unknown topic 'wind'\n");
}

TEST_CASE(
    "assemble lets the show's hosts host an episode that names none and has them not as guests") {
  Written written;
  written.person("ada");
  written.person("bob");
  ShowRecord show;
  show.slug = "evening";
  show.hosts = {to("ada"), to("bob")};
  written.project.config.shows.push_back(show);
  EpisodeRecord& episode = written.episode("one");
  episode.show = to("evening");
  episode.guests = {to("bob")};
  EpisodeRecord& other = written.episode("two");
  other.show = to("evening");
  other.hosts = {to("bob")};
  Site site = written.assembled();
  CHECK(site.episodes[{0}].hosts == std::vector<PersonId>{{0}});
  CHECK(site.episodes[{1}].hosts == std::vector<PersonId>{{1}});
  CHECK(source_of(site, ShowId{0}) == "config.yaml");
}

TEST_CASE("assemble cuts a circle of topics at one place") {
  Written written;
  written.topic("a").parent = to("b");
  written.topic("b").parent = to("c");
  written.topic("c").parent = to("a");
  Site site = written.assembled();
  CHECK(!site.topics[{0}].parent);
  CHECK(site.topics[{1}].parent == TopicId{2});
  CHECK(site.topics[{2}].parent == TopicId{0});
  CHECK(written.report() == "circular-parent: 'a' is below itself\n");
}

TEST_CASE("assemble takes `by` for a slug, then for a name, else for somebody without a page") {
  Written written;
  written.person("ada").name = "Ada Lovelace";
  written.resource("notes").by = {to("ada"), to("Ada Lovelace"), to("Luigi Menabrea"),
                                  to("ada-byron")};
  Site site = written.assembled();
  std::string by;
  for (const Creator& creator : site.resources[{0}].by)
    by += creator.name + (creator.person ? " with a page\n" : "\n");
  CHECK(by == "Ada Lovelace with a page\nAda Lovelace with a page\nLuigi Menabrea\nada-byron\n");
  CHECK(written.report() == "unknown-guest: unknown guest 'ada-byron'\n");
}

TEST_CASE("assemble leaves drafts out, unless they are asked for") {
  for (bool drafts : {false, true}) {
    Written written;
    written.project.drafts = drafts;
    written.episode("ready");
    written.episode("unready").draft = true;
    CHECK(written.assembled().episodes.size() == (drafts ? 2U : 1U));
  }
}

TEST_CASE("assemble gives an episode the language and license of the site where it has none") {
  Written written;
  written.project.config.language = "de";
  written.project.config.license = "CC0-1.0";
  written.episode("a");
  EpisodeRecord& other = written.episode("b");
  other.language = "en";
  other.license = "MIT";
  Site site = written.assembled();
  CHECK(site.episodes[{0}].language + " " + site.episodes[{0}].license == "de CC0-1.0");
  CHECK(site.episodes[{1}].language + " " + site.episodes[{1}].license == "en MIT");
}

TEST_CASE("assemble reports a number that a show has twice, and none of another season") {
  Written written;
  for (const char* slug : {"a", "b", "c"}) written.episode(slug).number = 7;
  written.records.episodes[2].season = 2;
  written.assembled();
  CHECK(written.report() == "duplicate-number: two episodes of this show are numbered 7\n");
}

TEST_CASE("assemble says what was said, in an order that transcripts and records share") {
  Written written;
  written.person("ada").name = "Ada Lovelace";
  Transcript transcript;
  transcript.text = "The engine weaves patterns.";
  transcript.speakers = {"Ada Lovelace"};
  Cue cue;
  cue.start = Timecode{65'000};
  cue.speaker = 0;
  cue.text = {0, static_cast<std::uint32_t>(transcript.text.size())};
  transcript.cues = {cue};
  written.episode("silent").date = parse_date("2024-01-01");
  EpisodeRecord& spoken = written.episode("spoken");
  spoken.date = parse_date("2024-01-02");
  spoken.transcript = std::make_shared<const Transcript>(transcript);
  spoken.chapters = {{Timecode{65'000}, "Begin", {}}};
  written.project.config.corrections = {{"wheaves", "weaves", {}}};
  Site site = written.assembled();
  const Episode& episode = site.episodes[{0}];
  REQUIRE(episode.spoken);
  CHECK(!site.episodes[{1}].spoken);
  CHECK(episode.spoken->speakers.at(0).person == PersonId{0});
  CHECK(episode.guests == std::vector<PersonId>{{0}});
  CHECK(episode.chapters.at(0).fragment == "t=65");
  CHECK(written.report() == "unused-correction: 'wheaves' corrects nothing in any transcript\n");
}

}  // namespace kbgen
