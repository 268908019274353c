#include "model/page_dates.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

std::vector<TextFile> library(const std::string& words, const std::string& front_matter = "") {
  return {{"episodes/new.md", "---\ntitle: New\ndate: 2024-05-06\ntopics: [mills]\n---\n"},
          {"episodes/old.md", "---\ntitle: Old\ndate: 2020-01-02\ntopics: [mills]\n---\n"},
          {"pages/about.md", "---\ntitle: About\n---\nWords.\n"},
          {"topics/mills.md", "---\ntitle: Mills\n" + front_matter + "---\n" + words}};
}

// A lock that says that the page of the topic said what `content` is the digest of.
std::map<std::string, std::string> lock_of(const std::string& content) {
  LockedPage page;
  page.path = "topics/mills/";
  page.source = "content/topics/mills.md";
  page.title = "Mills";
  page.sketch = sketch_of_page("Mills");
  page.content = content;
  page.changed = parse_date("2022-03-04");
  return Lock().next_files({line_of(page)});
}

std::string day(const std::optional<Date>& date) { return date ? format_date_iso(*date) : "-"; }

PageDate date_of(const MadeKnowledge& made, const std::string& path = "topics/mills/") {
  return date_page(made.known, made.page(path));
}

}  // namespace

TEST_CASE("a page that was never published has the day of the newest episode on it") {
  MadeKnowledge made(library("Grind."), {.today = "2026-01-01"});
  CHECK(day(date_of(made).changed) == "2024-05-06");
  CHECK(day(date_of(made, "episodes/old/").changed) == "2020-01-02");
  CHECK(day(date_of(made, "episodes/").changed) == "2024-05-06");
  CHECK(day(date_of(made, "about/").changed) == "-");
}

TEST_CASE("the author's day counts before everything else") {
  MadeKnowledge made(library("Grind.", "updated: 2025-07-08\n"), {.today = "2026-01-01"});
  CHECK(day(date_of(made).changed) == "2025-07-08");
}

TEST_CASE("the digest of a page depends on what it says, not on the rest of the site") {
  const std::string before = date_of(MadeKnowledge(library("Grind."))).content;
  CHECK(before.size() == 12);
  std::vector<TextFile> more = library("Grind.");
  more.push_back({"topics/looms.md", "---\ntitle: Looms\n---\n"});
  CHECK(date_of(MadeKnowledge(more)).content == before);
  CHECK(date_of(MadeKnowledge(library("Grind more."))).content != before);
}

TEST_CASE("a published page keeps its day until it says something else; then it gets today's") {
  const std::string same = date_of(MadeKnowledge(library("Grind."))).content;
  MadeKnowledge unchanged(library("Grind."), {.lock = lock_of(same), .today = "2026-01-01"});
  CHECK(lines_of(unchanged.diag) == "");
  CHECK(day(date_of(unchanged).changed) == "2022-03-04");
  MadeKnowledge changed(library("Grind more."), {.lock = lock_of(same), .today = "2026-01-01"});
  CHECK(day(date_of(changed).changed) == "2026-01-01");
  CHECK(day(date_of(changed, "about/").changed) == "2026-01-01");
  MadeKnowledge unrecorded(library("Grind more."), {.lock = lock_of(same)});
  CHECK(day(date_of(unrecorded).changed) == "2022-03-04");
}

TEST_CASE("date_pages dates every page of the plan, in its order") {
  MadeKnowledge made(library("Grind."));
  std::vector<PageDate> dates = date_pages(made.known, made.diag);
  REQUIRE(dates.size() == made.known.plan.pages.size());
  for (std::size_t i = 0; i < dates.size(); ++i)
    CHECK(dates[i].content == date_page(made.known, made.known.plan.pages[i]).content);
}

}  // namespace kbgen
