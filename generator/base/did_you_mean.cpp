#include "base/did_you_mean.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t substituted = last[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = std::min({substituted, last[j] + 1, row[j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::exchange(last, row);
  }
  return last[b.size()];
}

namespace {

// How often each letter stands in a word, whatever the order. Of two words it tells in one pass how
// far they are apart at least, so that most candidates need no comparison letter by letter.
class LetterCounts {
 public:
  explicit LetterCounts(std::string_view word) : size_(word.size()) {
    for (char c : word) ++counts_[bucket(c)];
  }

  std::size_t least_distance(std::string_view other) const {
    std::array<int, buckets> left = counts_;
    std::size_t shared = 0;
    for (char c : other) shared += left[bucket(ascii_lower(c))]-- > 0;
    return std::max(size_, other.size()) - shared;
  }

 private:
  static constexpr std::size_t buckets = 64;
  static std::size_t bucket(char c) { return static_cast<unsigned char>(c) % buckets; }

  std::array<int, buckets> counts_{};
  std::size_t size_;
};

}  // namespace

std::optional<std::string> closest(std::string_view word, std::span<const std::string> words) {
  std::optional<std::string> best;
  // Comparing takes time in proportion to the product of both lengths, and nobody mistypes a name
  // this long.
  constexpr std::size_t longest = 300;
  if (word.size() > longest) return best;
  std::string wanted = lower_ascii(word);
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  const LetterCounts letters(wanted);
  for (const std::string& candidate : words) {
    // The length alone already says that most candidates are too far away.
    std::size_t gap =
        std::max(candidate.size(), wanted.size()) - std::min(candidate.size(), wanted.size());
    if (gap >= best_distance || letters.least_distance(candidate) >= best_distance) continue;
    std::size_t distance = edit_distance(wanted, lower_ascii(candidate));
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> words) {
  std::optional<std::string> near = closest(word, words);
  return near ? "did you mean '" + *near + "'?" : "";
}

}  // namespace kbgen
