// How a sketch is found: each of its words votes for where the sketch would begin in the text, and
// from the starts with most votes the sketch is aligned with the text word by word, with room for
// words that were inserted or deleted. Words that are everywhere do not vote, because they cost
// most and say least.

#include "permalinks/locate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace kbgen {

namespace {

constexpr std::size_t hash_count = std::size_t{1} << PlaceSketch::bits;
constexpr std::uint32_t margin = PlaceSketch::size;  // words before the text where it may begin
constexpr std::size_t common = 48;                   // a word that is in more places does not vote
constexpr std::size_t everywhere = 2048;             // the same if fewer than four words could vote
constexpr std::size_t tried = 8;                     // starts from which the sketch is aligned
constexpr std::uint32_t slack = 4;                   // words that may have been inserted or deleted
constexpr double gap = 2;                            // what each of them costs of the score

}  // namespace

Locator::Locator(const HashedWords& words)
    : letters_(letters_of_words(words)),
      parts_(words.size()),
      first_(hash_count + 1),
      places_(words.size()),
      votes_(words.size() + 2 * margin) {
  text_.reserve(words.size());
  for (std::uint32_t hash : words.hashes) text_.push_back(short_hash(hash));
  for (std::size_t i = 0; i + 1 < letters_.size(); ++i)
    joined_.push_back(short_hash(hash_of_letters(letters_[i] + letters_[i + 1])));
  for (std::uint16_t hash : text_) ++first_[hash + 1];
  for (std::size_t i = 0; i < hash_count; ++i) first_[i + 1] += first_[i];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < text_.size(); ++i) places_[next[text_[i]]++] = i;
}

std::span<const std::uint32_t> Locator::places_of(std::uint16_t hash) const {
  if (hash == PlaceSketch::nothing) return {};
  return {places_.data() + first_[hash], places_.data() + first_[hash + 1]};
}

double Locator::weight_of(std::uint16_t hash) const {
  if (hash == PlaceSketch::nothing) return 0;
  double rarity =
      static_cast<double>(text_.size() + 1) / static_cast<double>(places_of(hash).size() + 1);
  return 1 + std::log2(rarity);
}

std::vector<std::uint32_t> Locator::promising_starts(const PlaceSketch& sketch) {
  std::vector<std::uint32_t> touched;
  auto vote = [&](std::size_t limit) {
    std::size_t voters = 0;
    for (std::uint32_t j = 0; j < PlaceSketch::size; ++j) {
      std::span<const std::uint32_t> places = places_of(sketch.words[j]);
      if (places.empty() || places.size() > limit) continue;
      ++voters;
      for (std::uint32_t place : places) {
        std::uint32_t start = place + margin - j;
        if (votes_[start]++ == 0) touched.push_back(start);
      }
    }
    return voters;
  };
  auto clear = [&] {
    for (std::uint32_t start : touched) votes_[start] = 0;
    touched.clear();
  };
  // "Yeah, I think so" has nothing but common words, so these have to vote.
  if (vote(common) < 4) {
    clear();
    vote(everywhere);
  }
  struct Start {
    std::uint32_t at;
    int votes;
  };
  std::vector<Start> starts;
  for (std::uint32_t at : touched) {
    int around = (at > 0 ? votes_[at - 1] : 0) + (at + 1 < votes_.size() ? votes_[at + 1] : 0);
    starts.push_back({at, 2 * votes_[at] + around});
  }
  clear();
  auto better = [](const Start& a, const Start& b) {
    return a.votes != b.votes ? a.votes > b.votes : a.at < b.at;
  };
  auto enough = starts.begin() + static_cast<std::ptrdiff_t>(
                                     std::min<std::size_t>(starts.size(), tried * (slack + 1)));
  std::partial_sort(starts.begin(), enough, starts.end(), better);
  starts.erase(enough, starts.end());
  std::vector<std::uint32_t> best;
  for (const Start& start : starts) {
    auto near = [&](std::uint32_t other) {
      return std::max(other, start.at) - std::min(other, start.at) <= slack / 2;
    };
    if (std::ranges::any_of(best, near)) continue;
    best.push_back(start.at);
    if (best.size() == tried) break;
  }
  return best;
}

// Whether the word and the next one were one word of the sketch: "emails" is "e-mails" now.
bool Locator::is_parted(std::size_t word, std::uint16_t whole) const {
  return word < joined_.size() && joined_[word] == whole;
}

// Whether the word was two words of the sketch: "e-mails" is "emails" now.
bool Locator::is_joined(std::size_t word, std::uint16_t first, std::uint16_t second) {
  if (word >= text_.size() || letters_[word].size() < 2) return false;
  if (parts_[word].empty()) {
    for (auto [left, right] : halves_of(letters_[word]))
      parts_[word].emplace_back(short_hash(left), short_hash(right));
    if (parts_[word].empty()) parts_[word].emplace_back(PlaceSketch::nothing, PlaceSketch::nothing);
  }
  return std::ranges::find(parts_[word], std::pair(first, second)) != parts_[word].end();
}

namespace {

// Tells which words of a sketch are from marks such as "[unintelligible 00:11:11.21]". They count
// for nothing, because nobody said them, and other words replace them when somebody understands the
// recording. A sketch has only hashes, so numbers are taken for a part of a mark only behind such a
// word.
std::array<bool, PlaceSketch::size> marks_in(const PlaceSketch& sketch) {
  static const std::vector<std::uint16_t> signs = [] {
    std::vector<std::uint16_t> hashes;
    for (std::string_view word : {"unintelligible", "inaudible", "indistinct", "indecipherable",
                                  "incomprehensible", "crosstalk"})
      hashes.push_back(short_hash(hash_of_letters(word)));
    return hashes;
  }();
  static const std::vector<bool> numbers = [] {
    std::vector<bool> is_number(hash_count);
    for (int number = 0; number < 100; ++number) {
      std::string digits = std::to_string(number);
      is_number[short_hash(hash_of_letters(digits))] = true;
      if (number < 10) is_number[short_hash(hash_of_letters("0" + digits))] = true;
    }
    return is_number;
  }();
  constexpr std::size_t most = 4;  // hours, minutes, seconds and hundredths
  std::array<bool, PlaceSketch::size> is_mark{};
  for (std::size_t i = 0; i < PlaceSketch::size; ++i) {
    if (std::ranges::find(signs, sketch.words[i]) == signs.end()) continue;
    is_mark[i] = true;
    for (std::size_t k = i + 1; k < PlaceSketch::size && k <= i + most; ++k) {
      if (sketch.words[k] == PlaceSketch::nothing || !numbers[sketch.words[k]]) break;
      is_mark[k] = true;
    }
  }
  return is_mark;
}

}  // namespace

// Aligns the whole sketch with a stretch of text around `start` whose ends are free (Sellers'
// algorithm). A word that was written as two since, or two as one, is the same.
FoundPlace Locator::align(const PlaceSketch& sketch, std::uint32_t start) {
  constexpr std::size_t rows = PlaceSketch::size, columns = rows + 2 * slack;
  enum class Step : std::uint8_t { both, skip_sketch, skip_text, parted, joined };
  std::array<std::array<double, columns + 1>, rows + 1> best{};
  std::array<std::array<Step, columns + 1>, rows + 1> step{};
  std::array<bool, rows> is_mark = marks_in(sketch);
  std::array<double, rows> weights{};
  for (std::size_t i = 0; i < rows; ++i) weights[i] = is_mark[i] ? 0 : weight_of(sketch.words[i]);
  auto text_at = [&](std::size_t column) -> std::int64_t {  // may be outside the text
    return static_cast<std::int64_t>(start + column) - margin - slack;
  };
  auto is_same = [&](std::size_t row, std::size_t column) {
    std::int64_t at = text_at(column);
    return at >= 0 && at < static_cast<std::int64_t>(text_.size()) &&
           text_[static_cast<std::size_t>(at)] == sketch.words[row];
  };
  double all = 0, all_after = 0, after = 0;
  for (std::size_t i = 1; i <= rows; ++i) {
    double weight = weights[i - 1];
    all += weight;
    if (i > PlaceSketch::before) all_after += weight;
    double skipped = is_mark[i - 1] ? 0 : gap;
    best[i][0] = best[i - 1][0] - skipped;
    step[i][0] = Step::skip_sketch;
    for (std::size_t j = 1; j <= columns; ++j) {
      double& value = best[i][j];
      auto take = [&](double other, Step how) {
        if (other <= value) return;
        value = other;
        step[i][j] = how;
      };
      bool same = is_same(i - 1, j - 1);
      value = best[i - 1][j - 1] + (same ? weight : 0);
      step[i][j] = Step::both;
      take(best[i - 1][j] - skipped, Step::skip_sketch);
      take(best[i][j - 1] - gap, Step::skip_text);
      std::int64_t at = text_at(j - 1);
      if (same || at < 0) continue;
      auto word = static_cast<std::size_t>(at);
      if (j > 1 && at > 0 && is_parted(word - 1, sketch.words[i - 1]))
        take(best[i - 1][j - 2] + weight, Step::parted);
      if (i > 1 && is_joined(word, sketch.words[i - 2], sketch.words[i - 1]))
        take(best[i - 2][j - 1] + weight + weights[i - 2], Step::joined);
    }
  }
  std::size_t i = rows;
  auto j = static_cast<std::size_t>(std::ranges::max_element(best[rows]) - best[rows].begin());
  FoundPlace found;
  found.score = all > 0 ? std::max(0.0, best[rows][j]) / all : 0;
  // The place is before the first of the words behind it that still has its counterpart.
  std::int64_t place = text_at(j);
  while (i > 0) {
    Step taken = step[i][j];
    bool is_behind = i > PlaceSketch::before;
    std::size_t sketch_words = taken == Step::skip_text ? 0 : taken == Step::joined ? 2 : 1;
    std::size_t text_words = taken == Step::skip_sketch ? 0 : taken == Step::parted ? 2 : 1;
    bool is_match = taken == Step::parted || taken == Step::joined ||
                    (taken == Step::both && is_same(i - 1, j - 1));
    if (is_behind && sketch_words > 0 && text_words > 0) place = text_at(j - text_words);
    if (is_behind && is_match)
      for (std::size_t k = 1; k <= sketch_words; ++k)
        if (i - k >= PlaceSketch::before) after += weights[i - k];
    i -= sketch_words;
    j -= text_words;
  }
  found.after_score = all_after > 0 ? after / all_after : 1;
  auto last = static_cast<std::int64_t>(text_.size());
  found.word = static_cast<std::uint32_t>(std::clamp<std::int64_t>(place, 0, last));
  return found;
}

std::vector<FoundPlace> Locator::find(const PlaceSketch& sketch) {
  std::vector<FoundPlace> found;
  for (std::uint32_t start : promising_starts(sketch)) found.push_back(align(sketch, start));
  std::ranges::stable_sort(found, [](const FoundPlace& a, const FoundPlace& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  });
  return found;
}

}  // namespace kbgen
