#include "permalinks/anchors.h"

#include <doctest/doctest.h>

#include "permalinks/talks.h"

namespace kbgen {

namespace {

// A paragraph a line, "12 words of it", "- words" without a time.
Anchors anchors(const std::string& lines, std::vector<PublishedFragment> published = {}) {
  Talk talk;
  std::string line;
  for (char c : lines + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    std::size_t space = line.find(' ');
    TalkParagraph paragraph;
    if (line[0] != '-') paragraph.seconds = std::stoll(line);
    paragraph.words.push_back({line.substr(space + 1), 0});
    talk.paragraphs.push_back(std::move(paragraph));
    line.clear();
  }
  return publish(talk, std::move(published)).anchors;
}

// "t=1 | t=5 (t=3) | p-… {t=9 gone}"
std::string shown(const Anchors& anchors) {
  std::string text;
  for (std::uint32_t i = 0; i < anchors.ids.size(); ++i) {
    const std::string& id = anchors.ids[i];
    text += (i ? " | " : "") + (id.starts_with("p-") ? "p" : id);
    for (const OldAnchor& old : anchors.old)
      if (old.paragraph == i)
        text += (old.id.starts_with("p-") ? " (p" : " (" + old.id) + (old.is_gone ? " gone)" : ")");
  }
  return text;
}

const std::string mill = "The mill takes numbers from the store and puts them back there again.";
const std::string store = "What does a store do all day, you may well ask me tonight.";
const std::string waits = "It waits, since nobody had ever thought of doing two things at once.";

}  // namespace

TEST_CASE("without a lock a paragraph is called by its second, or by its words") {
  CHECK(shown(anchors("1 " + mill + "\n1 " + store + "\n- " + waits)) == "t=1 | p | p");
}

TEST_CASE("what did not change keeps its ids, and nothing is added") {
  Anchors first = anchors("1 " + mill + "\n1 " + store + "\n- " + waits);
  Anchors second = anchors("1 " + mill + "\n1 " + store + "\n- " + waits, first.published);
  CHECK(second.ids == first.ids);
  CHECK(second.old.empty());
  CHECK(second.published.size() == 3);
}

TEST_CASE("after a shift each id is with its words, and no id says another time") {
  Anchors first = anchors("0 " + mill + "\n12 " + store + "\n30 " + waits);
  Anchors second = anchors("12 " + mill + "\n24 " + store + "\n42 " + waits, first.published);
  CHECK(shown(second) == "p (t=0) | t=24 (t=12) | t=42 (t=30)");
  Anchors third = anchors("12 " + mill + "\n24 " + store + "\n42 " + waits, second.published);
  CHECK(shown(third) == shown(second));
  Anchors back = anchors("0 " + mill + "\n12 " + store + "\n30 " + waits, third.published);
  CHECK(shown(back) == "t=0 (p) | t=12 (t=24) | t=30 (t=42)");
}

TEST_CASE("a paragraph without a time keeps its name while its words are corrected") {
  Anchors first = anchors("- " + mill + "\n- " + store);
  Anchors second = anchors("- Indeed, " + mill + "\n- " + store, first.published);
  CHECK(second.ids == first.ids);
  CHECK(second.old.empty());
}

TEST_CASE("two that become one, and one that becomes two, keep all their ids") {
  Anchors first = anchors("1 " + mill + "\n20 " + store + "\n40 " + waits);
  Anchors merged = anchors("1 " + mill + " " + store + "\n40 " + waits, first.published);
  CHECK(shown(merged) == "t=1 (t=20) | t=40");
  Anchors parted = anchors("1 " + mill + "\n21 " + store + "\n40 " + waits, merged.published);
  CHECK(shown(parted) == "t=1 | t=21 (t=20) | t=40");
}

TEST_CASE("what is deleted leaves its id beside it, and takes it back when it returns") {
  Anchors first = anchors("1 " + mill + "\n20 " + store + "\n40 " + waits);
  Anchors less = anchors("1 " + mill + "\n40 " + waits, first.published);
  CHECK(shown(less) == "t=1 | t=40 (t=20 gone)");
  Anchors still = anchors("1 " + mill + "\n40 " + waits, less.published);
  CHECK(shown(still) == "t=1 | t=40 (t=20 gone)");
  CHECK(shown(anchors("1 " + mill + "\n21 " + store + "\n40 " + waits, still.published)) ==
        "t=1 | t=21 (t=20) | t=40");
  CHECK(shown(anchors("1 " + mill + "\n20 " + store + "\n40 " + waits, still.published)) ==
        "t=1 | t=20 | t=40");
}

TEST_CASE("a paragraph that is written anew at the same time and place is no other one") {
  Anchors first = anchors("1 " + mill + "\n20 " + store + "\n40 " + waits);
  CHECK(shown(anchors(
            "1 " + mill + "\n20 Nothing of that sort was ever heard again by us.\n40 " + waits,
            first.published)) == "t=1 | t=20 | t=40");
}

TEST_CASE("a transcript of which nothing is left keeps its ids, too") {
  Anchors first = anchors("1 " + mill + "\n20 " + store);
  CHECK(shown(anchors("7 Silence.", first.published)) == "t=7 (t=1 gone) (t=20 gone)");
}

TEST_CASE("ids and sketches that nobody would write do no harm") {
  Anchors first = anchors("1 " + mill + "\n20 " + store);
  for (const char* id :
       {"t=-9223372036854775808", "t=9223372036854775807", "t=1e9", "t=", "\"><b>"})
    first.published.push_back({id, {}, std::nullopt, std::nullopt});
  Anchors second = anchors("5 " + mill + "\n9 yeah yeah yeah", first.published);
  CHECK(second.ids == std::vector<std::string>{"t=5", "t=9"});
  CHECK(second.old.size() == 7);
  CHECK(anchors("1 \n- ", first.published).ids.size() == 2);
}

TEST_CASE("one word four thousand times is no reason to wait") {
  std::string before, now;
  for (int i = 0; i < 1'000; ++i) {
    before += (i ? "\n" : "") + std::to_string(i) + " yeah yeah yeah yeah";
    now += (i ? "\n" : "") + std::to_string(i + 5'000) + " yeah yeah um yeah yeah";
  }
  Anchors second = anchors(now, anchors(before).published);
  CHECK(second.ids.size() == 1'000);
  CHECK(second.old.size() == 1'000);
}

}  // namespace kbgen
