// Texts that repeat themselves: few sentences, said again and again, with times,
// without, with some, several in one second; edited at random. However little
// tells places apart, a second build changes nothing and no id is ever lost.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "permalinks/lock.h"
#include "permalinks/talks.h"

namespace kbgen {

namespace {

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> all = {
      "Yeah.",
      "Right, right.",
      "\u266A",  // no word at all
      "Yeah, right, that is what I think too.",
      "Thank you all for being here with us today, and see you again next week.",
      "Thank you all for being here with us today, and good night to everybody out there.",
      "La la la la la la la la la la la la la la la la la la la la la la la la la."};
  return all;
}

TalkParagraph said_again(Random& random) {
  TalkParagraph paragraph;
  for (std::size_t count = 1 + below(random, 2); count > 0; --count)
    paragraph.words.push_back({sentences()[below(random, sentences().size())], 0});
  return paragraph;
}

enum class Times { all, none, some, crowded };

void give_times(Talk& talk, Times times, Random& random) {
  std::int64_t seconds = static_cast<std::int64_t>(below(random, 20));
  for (TalkParagraph& paragraph : talk.paragraphs) {
    bool timed = times == Times::some ? below(random, 2) == 0 : times != Times::none;
    paragraph.seconds = timed ? std::optional(seconds) : std::nullopt;
    seconds += times == Times::crowded ? static_cast<std::int64_t>(below(random, 2)) : 5;
  }
}

// One of the edits that people make, at a random place.
void edit(Talk& talk, Random& random) {
  std::vector<TalkParagraph>& all = talk.paragraphs;
  auto at = [&] { return all.begin() + static_cast<std::ptrdiff_t>(below(random, all.size())); };
  switch (below(random, 9)) {
    case 0:
      all.insert(at(), *at());
      break;
    case 1:
      all.insert(at(), said_again(random));
      break;
    case 2:
      if (all.size() > 1) all.erase(at());
      break;
    case 3:
      std::swap(*at(), *at());
      break;
    case 4:
      at()->words = said_again(random).words;
      break;
    case 5:
      give_times(talk, static_cast<Times>(below(random, 4)), random);
      break;
    case 6:
      shift_times(talk, random);
      break;
    case 7:
      split_and_merge(talk, random);
      break;
    case 8:
      at()->seconds = static_cast<std::int64_t>(below(random, 60));
      break;
  }
}

using Files = std::map<std::string, std::string>;

Files lock_lines(const Anchors& anchors) {
  std::vector<LockLine> lines;
  for (const PublishedFragment& fragment : anchors.published)
    lines.push_back(line_of("e/", fragment));
  return Lock().next_files(lines);
}

// As the next build reads them.
std::vector<PublishedFragment> read_lines(const Files& files) {
  Diagnostics diag;
  std::vector<std::shared_ptr<const LockPart>> parts;
  for (const auto& [name, text] : files)
    parts.push_back(std::make_shared<const LockPart>(name, SourceFile{name, text}, diag));
  Lock lock(parts, diag);
  CHECK(format_diagnostics(diag) == "");
  return lock.fragments_of("e/");
}

std::set<std::string> all_ids(const Anchors& anchors) {
  std::set<std::string> ids(anchors.ids.begin(), anchors.ids.end());
  for (const OldAnchor& old : anchors.old) ids.insert(old.id);
  CHECK(ids.size() == anchors.ids.size() + anchors.old.size());
  return ids;
}

std::string words_of(const TalkParagraph& paragraph) {
  std::string words;
  for (const TalkWord& word : paragraph.words) words += word.text + " ";
  return words;
}

// Twelve words and more, said `times` times in a row, each at its second.
Talk refrain(std::size_t times, std::optional<std::int64_t> step) {
  Talk talk;
  for (std::size_t i = 0; i < times; ++i) {
    TalkParagraph paragraph;
    if (step) paragraph.seconds = static_cast<std::int64_t>(i) * *step;
    paragraph.words.push_back({sentences()[4], 0});
    talk.paragraphs.push_back(std::move(paragraph));
  }
  return talk;
}

}  // namespace

TEST_CASE("a second build of a text that repeats itself changes nothing, whatever was edited") {
  std::size_t builds = 0;
  for (unsigned seed = 1; builds < 1'000; ++seed) {
    Random random(seed);
    Talk talk;
    for (std::size_t count = 1 + below(random, 30); count > 0; --count)
      talk.paragraphs.push_back(said_again(random));
    give_times(talk, static_cast<Times>(below(random, 4)), random);
    Files lock = Lock().next_files({});
    std::set<std::string> published;
    for (int version = 0; version < 8; ++version, ++builds) {
      CAPTURE(seed);
      CAPTURE(version);
      Anchors first = publish(talk, read_lines(lock)).anchors;
      lock = lock_lines(first);
      Anchors second = publish(talk, read_lines(lock)).anchors;
      REQUIRE(second.ids == first.ids);
      REQUIRE(second.old == first.old);
      REQUIRE(lock_lines(second) == lock);
      std::set<std::string> ids = all_ids(first);
      REQUIRE(std::ranges::includes(ids, published));
      REQUIRE(first.published.size() == ids.size());
      published = std::move(ids);
      for (std::size_t edits = 1 + below(random, 3); edits > 0; --edits) edit(talk, random);
    }
  }
}

TEST_CASE("identical paragraphs keep their ids in order, and one more has a new one") {
  for (std::optional<std::int64_t> step : {std::optional<std::int64_t>(), std::optional(0L)}) {
    std::vector<PublishedFragment> published = publish(refrain(5, step), {}).anchors.published;
    std::vector<std::string> ids = publish(refrain(5, step), published).anchors.ids;
    Anchors more = publish(refrain(6, step), published).anchors;
    CHECK(more.old.empty());
    CHECK(std::vector(more.ids.begin(), more.ids.begin() + 4) ==
          std::vector(ids.begin(), ids.begin() + 4));
    CHECK(std::ranges::count(more.ids, ids[4]) == 1);
    Anchors less = publish(refrain(5, step), more.published).anchors;
    CHECK(less.old.size() == 1);
    CHECK(publish(refrain(6, step), less.published).anchors.ids == more.ids);
  }
}

TEST_CASE("another sentence between identical paragraphs takes no id from them") {
  for (std::optional<std::int64_t> step : {std::optional<std::int64_t>(), std::optional(10L)}) {
    Anchors first = publish(refrain(5, step), {}).anchors;
    for (std::size_t place = 0; place <= 5; ++place) {
      CAPTURE(place);
      Talk talk = refrain(5, step);
      auto at = talk.paragraphs.begin() + static_cast<std::ptrdiff_t>(place);
      TalkParagraph other;
      if (step) other.seconds = static_cast<std::int64_t>(place) * 10 - 5;
      other.words.push_back({"Nothing of that sort was ever heard again by any of us.", 0});
      talk.paragraphs.insert(at, other);
      Anchors next = publish(talk, first.published).anchors;
      CHECK(next.old.empty());
      std::vector<std::string> others = next.ids;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
      CHECK(std::set(others.begin(), others.end()) == std::set(first.ids.begin(), first.ids.end()));
    }
  }
}

TEST_CASE("an id of a text that repeats itself leads to the words it was published for") {
  std::size_t links = 0, right = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    Random random(seed);
    Talk talk;
    for (int i = 0; i < 20; ++i) talk.paragraphs.push_back(said_again(random));
    give_times(talk, static_cast<Times>(seed % 4), random);
    Anchors before = publish(talk, {}).anchors;
    Talk later = talk;
    std::vector<TalkParagraph>& all = later.paragraphs;
    auto at = all.begin() + static_cast<std::ptrdiff_t>(below(random, all.size()));
    if (seed % 3 == 0) all.insert(at, *at);
    if (seed % 3 == 1) all.erase(at);
    if (seed % 3 == 2) std::swap(*at, all[0]);
    Anchors after = publish(later, before.published).anchors;
    for (std::size_t i = 0; i < before.ids.size(); ++i) {
      std::string words = words_of(talk.paragraphs[i]);
      if (std::ranges::find(all, words, words_of) == all.end()) continue;
      ++links;
      right += words_of(all[*target_of(after, before.ids[i])]) == words;
    }
  }
  MESSAGE(right, " of ", links, " links right");
  CHECK(static_cast<double>(right) >= 0.94 * static_cast<double>(links));
}

TEST_CASE("twenty thousand paragraphs of the same words are no reason to wait") {
  // Work that grows with the square of their number would take minutes.
  Random random(1);
  for (std::optional<std::int64_t> step : {std::optional<std::int64_t>(), std::optional(1L)}) {
    Talk talk = refrain(20'000, step);
    Anchors first = publish(talk, {}).anchors;
    CHECK(publish(talk, first.published).anchors.published == first.published);
    talk.paragraphs.erase(talk.paragraphs.begin() + 7);
    if (step) shift_times(talk, random);
    Anchors later = publish(talk, first.published).anchors;
    CHECK(later.old.size() >= 1);
    CHECK(publish(talk, later.published).anchors.published == later.published);
  }
}

}  // namespace kbgen
