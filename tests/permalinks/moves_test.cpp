// Edit a transcript, and see where each link that was published leads: to the
// paragraph that holds the words it was published for? The figures are printed.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "permalinks/talks.h"

namespace kbgen {

namespace {

struct Tally {
  std::size_t links = 0, right = 0, lost = 0, notes = 0, false_notes = 0;
  double share() const { return static_cast<double>(right) / static_cast<double>(links); }
};

// The word that each link was published for.
using Meanings = std::map<std::string, int>;

void add_meanings(const TalkPage& page, Meanings& meanings) {
  for (std::size_t i = 0; i < page.anchors.ids.size(); ++i)
    meanings.emplace(page.anchors.ids[i], page.first_words[i]);
}

std::map<int, std::uint32_t> paragraphs_of_words(const Talk& talk) {
  std::map<int, std::uint32_t> paragraphs;
  for (std::uint32_t i = 0; i < talk.paragraphs.size(); ++i)
    for (const TalkWord& word : talk.paragraphs[i].words) paragraphs.emplace(word.id, i);
  return paragraphs;
}

// A word that is gone counts as right beside what was next to it: the word
// before it or behind it in the first version.
bool is_right(int word, std::uint32_t target, const std::map<int, std::uint32_t>& paragraphs) {
  if (auto here = paragraphs.find(word); here != paragraphs.end()) return here->second == target;
  auto behind = paragraphs.upper_bound(word);
  if (behind != paragraphs.end() && behind->second == target) return true;
  return behind != paragraphs.begin() && std::prev(behind)->second == target;
}

void count(const Talk& talk, const TalkPage& page, const Meanings& meanings, Tally& tally) {
  std::map<int, std::uint32_t> paragraphs = paragraphs_of_words(talk);
  for (const auto& [id, word] : meanings) {
    std::optional<std::uint32_t> target = target_of(page.anchors, id);
    ++tally.links;
    tally.lost += !target;
    tally.right += target && is_right(word, *target, paragraphs);
    auto old = std::ranges::find(page.anchors.old, id, &OldAnchor::id);
    if (old == page.anchors.old.end() || !old->is_gone) continue;
    ++tally.notes;
    tally.false_notes += paragraphs.contains(word);
  }
}

// The same transcript, with the lock that it wrote, is the same page.
void check_stable(const Talk& talk, const TalkPage& page) {
  Anchors again = publish(talk, page.anchors.published).anchors;
  CHECK(again.ids == page.anchors.ids);
  CHECK(again.old == page.anchors.old);
  CHECK(again.published == page.anchors.published);
}

void check_unique(const Anchors& anchors) {
  std::set<std::string> ids(anchors.ids.begin(), anchors.ids.end());
  for (const OldAnchor& old : anchors.old) ids.insert(old.id);
  CHECK(ids.size() == anchors.ids.size() + anchors.old.size());
}

Tally measure(Talk talk, const std::vector<Edit*>& edits, Random& random) {
  TalkPage page = publish(talk, {});
  Meanings meanings;
  add_meanings(page, meanings);
  for (Edit* edit : edits) {
    edit(talk, random);
    page = publish(talk, page.anchors.published);
    add_meanings(page, meanings);
  }
  check_unique(page.anchors);
  check_stable(talk, page);
  Tally tally;
  count(talk, page, meanings, tally);
  return tally;
}

struct Row {
  const char* name;
  std::vector<Edit*> edits;
  double at_least;
  bool is_machine = false;
};

const Row rows[] = {
    {"turns inserted at the top", {insert_at_the_top}, 0.99},
    {"typos fixed in one word of ten", {fix_typos}, 0.99},
    {"all times 12 s later", {shift_times}, 0.99},
    {"paragraphs split and merged", {split_and_merge}, 0.99},
    {"one paragraph deleted", {delete_one}, 0.99},
    {"six paragraphs in a row deleted", {delete_block, delete_block}, 0.99},
    {"words parted by a hyphen, and joined", {part_words, join_words}, 0.99},
    {"what was unintelligible mended", {mark_unintelligible, mend_unintelligible}, 0.99},
    {"a machine's transcript edited", {edit_machine_text}, 0.97, true},
    {"twice 12 s later", {shift_times, shift_times}, 0.99},
    {"all of it in a row, twice",
     {insert_at_the_top, fix_typos, shift_times, split_and_merge, delete_one, fix_typos,
      shift_times, insert_at_the_top, split_and_merge, delete_one},
     0.97},
};

void run_rows(const std::string& of_what, const std::vector<Talk>& talks) {
  for (bool timed : {true, false})
    for (const Row& row : rows) {
      Random random(7);
      Tally all;
      for (Talk talk : talks) {
        if (row.is_machine) make_machine_text(talk);
        if (!timed) drop_times(talk, random);
        for (int again = 0; again < 3; ++again) {
          Tally one = measure(talk, row.edits, random);
          all.links += one.links;
          all.right += one.right;
          all.lost += one.lost;
          all.notes += one.notes;
          all.false_notes += one.false_notes;
        }
      }
      MESSAGE(fmt::format("{}, {}: {}: {} of {} links right ({:.2f} %), {} of {} notes false",
                          of_what, timed ? "with times" : "without times", row.name, all.right,
                          all.links, 100 * all.share(), all.false_notes, all.notes));
      INFO(of_what, ", ", row.name, timed ? ", with times" : ", without times");
      CHECK(all.lost == 0);
      CHECK(all.share() >= row.at_least);
    }
}

// Each paragraph deleted in turn: where does its own link lead?
void run_deletions(const std::string& of_what, const std::vector<Talk>& talks) {
  Tally all;
  std::size_t with_note = 0, need_note = 0;
  for (const Talk& talk : talks) {
    TalkPage before = publish(talk, {});
    for (std::size_t i = 0; i < talk.paragraphs.size(); ++i) {
      Talk less = talk;
      less.paragraphs.erase(less.paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
      TalkPage page = publish(less, before.anchors.published);
      const std::string& id = before.anchors.ids[i];
      count(less, page, {{id, before.first_words[i]}}, all);
      if (talk.paragraphs[i].words.size() < PlaceSketch::after) continue;
      ++need_note;
      auto old = std::ranges::find(page.anchors.old, id, &OldAnchor::id);
      with_note += old != page.anchors.old.end() && old->is_gone;
    }
  }
  MESSAGE(
      fmt::format("{}: {} of {} links to a deleted paragraph lead beside it, {} of {} with a note",
                  of_what, all.right, all.links, with_note, need_note));
  CHECK(all.lost == 0);
  CHECK(all.share() >= 0.97);
  CHECK(static_cast<double>(with_note) >= 0.97 * static_cast<double>(need_note));
}

}  // namespace

TEST_CASE("links stay with their words in generated talks, whatever the edit") {
  Random random(1);
  std::vector<Talk> talks;
  for (int i = 0; i < 6; ++i) talks.push_back(generated_talk(random, 200));
  run_rows("generated", talks);
  run_deletions("generated", {talks[0], talks[1]});
}

TEST_CASE("links stay with their words in real talks, whatever the edit") {
  std::vector<Talk> talks = real_talks();
  if (talks.empty()) {
    MESSAGE("skipped: there is no shared knowledge base; KBGEN_SHARED can name it");
    return;
  }
  run_rows("real", talks);
  run_deletions("real", talks);
}

}  // namespace kbgen
