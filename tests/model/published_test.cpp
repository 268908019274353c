#include "model/published.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

struct Carried {
  std::map<std::string, std::string> files;  // of the next lock, as far as they change
  std::string text;                          // of all of them
  std::string report;
};

Carried carried(const MadeKnowledge& made) {
  Diagnostics diag;
  Carried next;
  next.files = carry_permalinks(made.known, date_pages(made.known, diag), diag).lock.written;
  for (const auto& [name, text] : next.files) next.text += text;
  next.report = lines_of(diag);
  return next;
}

bool has(const std::string& text, std::string_view wanted) {
  return text.find(wanted) != std::string::npos;
}

const std::vector<TextFile> mills = {
    {"topics/mills.md", "---\ntitle: Mills\naliases: [/wind/]\n---\nGrind.\n"},
    {"episodes/talk.vtt", captions_of({"<v Ada>One.", "<v Bob>Two."})}};

}  // namespace

TEST_CASE("the lock has every page, old path and moment, and copied pages, but not 404 and map") {
  std::string lock =
      carried(MadeKnowledge(mills, {.static_files = {"slides/index.html", "x.png", "a.html"}}))
          .text;
  for (const char* promised : {"/topics/mills/\t", "/wind/\t", "/episodes/talk/\t", "\nt=0\t",
                               "\nt=10\t", "/slides/\t", "/a.html\t", "/topics/\t"}) {
    CAPTURE(promised);
    CHECK(has(lock, promised));
  }
  for (const char* not_promised : {"/404.html", "/map/", "x.png"}) CHECK(!has(lock, not_promised));
}

TEST_CASE("a page that was published and is gone is reported, or removed on purpose") {
  const std::map<std::string, std::string> lock = carried(MadeKnowledge(mills)).files;
  CHECK(carried(MadeKnowledge(mills, {.lock = lock})).report == "");
  MadeKnowledge less({mills[1]}, {.lock = lock});
  CHECK(has(carried(less).report, "[lost-path]"));
  less.project.accept_removed = true;
  CarriedPermalinks accepted =
      carry_permalinks(less.known, date_pages(less.known, less.diag), less.diag);
  REQUIRE(accepted.removed.size() == 2);
  CHECK(accepted.removed[0].path == "topics/mills/");
  CHECK(accepted.removed[1].path == "wind/");
}

TEST_CASE("a folder without config.yaml promises nothing") {
  MadeKnowledge made(mills);
  made.project.bare = true;
  CHECK(carried(made).text == "");
}

}  // namespace kbgen
