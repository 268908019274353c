// Each word of the sketch votes for where the sketch would begin; the starts
// with most votes are aligned word by word, with room for words that came in or
// went. Words that are everywhere do not vote: they would cost most and say
// least.

#include "permalinks/locate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kbgen {

namespace {

constexpr std::size_t hash_count = std::size_t{1} << PlaceSketch::bits;
constexpr std::uint32_t margin = PlaceSketch::size;  // starts before the text's own
constexpr std::size_t common = 48;                   // a word with more places does not vote
constexpr std::size_t everywhere = 2048;             // nor does it if nothing else can
constexpr std::size_t tried = 8;
constexpr std::uint32_t slack = 4;  // words that may have come in or gone
constexpr double gap = 2;

}  // namespace

Locator::Locator(const HashedWords& words)
    : first_(hash_count + 1), places_(words.size()), votes_(words.size() + 2 * margin) {
  text_.reserve(words.size());
  for (std::uint32_t hash : words.hashes) text_.push_back(short_hash(hash));
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
  // "Yeah, I think so": nothing but common words, so they must do.
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

// The whole sketch against a stretch of text whose ends are free (Sellers).
FoundPlace Locator::align(const PlaceSketch& sketch, std::uint32_t start) const {
  constexpr std::size_t rows = PlaceSketch::size, columns = rows + 2 * slack;
  enum class Step : std::uint8_t { both, skip_sketch, skip_text };
  std::array<std::array<double, columns + 1>, rows + 1> best{};
  std::array<std::array<Step, columns + 1>, rows + 1> step{};
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
    double weight = weight_of(sketch.words[i - 1]);
    all += weight;
    if (i > PlaceSketch::before) all_after += weight;
    best[i][0] = best[i - 1][0] - gap;
    step[i][0] = Step::skip_sketch;
    for (std::size_t j = 1; j <= columns; ++j) {
      double both = best[i - 1][j - 1] + (is_same(i - 1, j - 1) ? weight : 0);
      double skip_sketch = best[i - 1][j] - gap, skip_text = best[i][j - 1] - gap;
      best[i][j] = std::max({both, skip_sketch, skip_text});
      step[i][j] = best[i][j] == both          ? Step::both
                   : best[i][j] == skip_sketch ? Step::skip_sketch
                                               : Step::skip_text;
    }
  }
  std::size_t i = rows;
  auto j = static_cast<std::size_t>(std::ranges::max_element(best[rows]) - best[rows].begin());
  FoundPlace found;
  found.score = all > 0 ? std::max(0.0, best[rows][j]) / all : 0;
  // The first word behind the place that is still there is where it is.
  std::int64_t place = text_at(j);
  while (i > 0) {
    Step taken = step[i][j];
    if (taken == Step::both && i > PlaceSketch::before) {
      place = text_at(j - 1);
      if (is_same(i - 1, j - 1)) after += weight_of(sketch.words[i - 1]);
    }
    if (taken != Step::skip_text) --i;
    if (taken != Step::skip_sketch) --j;
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
