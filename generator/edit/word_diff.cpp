// Word comparison by the algorithm of Eugene Myers, "An O(ND) Difference Algorithm and Its
// Variations" (1986): its time grows with the number of differences, which are few between a
// paragraph and its correction.
#include "edit/word_diff.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "formats/joining.h"

namespace kbgen {

namespace {

// From here on a comparison costs more than its result is worth.
constexpr int most_differences = 1500;

// The words of both texts that are the same, as pairs of their numbers, ascending. Nothing if there
// are too many differences.
using Pairs = std::vector<std::pair<int, int>>;

// Follows the best paths back from the end of both texts to their beginning.
Pairs walk_back(const std::vector<std::vector<int>>& furthest, int x, int y) {
  Pairs same;
  for (int d = static_cast<int>(furthest.size()) - 1; d >= 0; --d) {
    const std::vector<int>& row = furthest[static_cast<std::size_t>(d)];
    int k = x - y, middle = static_cast<int>(row.size()) / 2;
    auto at = [&](int diagonal) { return row[static_cast<std::size_t>(middle + diagonal)]; };
    bool is_down = k == -d || (k != d && at(k - 1) < at(k + 1));
    int before_k = is_down ? k + 1 : k - 1;
    int before_x = d == 0 ? 0 : at(before_k), before_y = before_x - before_k;
    if (d == 0) before_y = 0;
    while (x > before_x && y > before_y) same.emplace_back(--x, --y);
    x = before_x;
    y = before_y;
  }
  std::ranges::reverse(same);
  return same;
}

// Compares [skip, end) of both texts, whose first words and last words differ.
Pairs same_words(const std::vector<std::string>& a, const std::vector<std::string>& b, int skip,
                 int a_end, int b_end) {
  const int n = a_end - skip, m = b_end - skip;
  std::vector<std::vector<int>> furthest;  // the row of each d as it was before d was tried
  std::vector<int> row(3, 0);
  for (int d = 0; d <= std::min(n + m, most_differences); ++d) {
    furthest.push_back(row);
    std::vector<int> next(static_cast<std::size_t>(2 * d + 5), 0);
    int middle = d + 2, before_middle = static_cast<int>(row.size()) / 2;
    auto before = [&](int k) { return row[static_cast<std::size_t>(before_middle + k)]; };
    for (int k = -d; k <= d; k += 2) {
      bool is_down = k == -d || (k != d && before(k - 1) < before(k + 1));
      int x = d == 0 ? 0 : is_down ? before(k + 1) : before(k - 1) + 1, y = x - k;
      while (x < n && y < m &&
             a[static_cast<std::size_t>(skip + x)] == b[static_cast<std::size_t>(skip + y)])
        ++x, ++y;
      next[static_cast<std::size_t>(middle + k)] = x;
      if (x >= n && y >= m) return walk_back(furthest, n, m);
    }
    row = std::move(next);
  }
  return {};
}

}  // namespace

std::vector<std::string_view> words_in(std::string_view text) {
  auto is_word_alone = [](std::string_view character) {
    return joins_without_space(character, character);
  };
  std::vector<std::string_view> words;
  for (std::string_view word : split_words(text)) {
    std::size_t begin = 0;
    bool was_alone = false;
    for (std::size_t at = 0; at < word.size();) {
      std::size_t before = at;
      next_code_point(word, at);
      bool is_alone = is_word_alone(word.substr(before, at - before));
      if (before > begin && (is_alone || was_alone)) {
        words.push_back(word.substr(begin, before - begin));
        begin = before;
      }
      was_alone = is_alone;
    }
    words.push_back(word.substr(begin));
  }
  return words;
}

std::string letters_of_word(std::string_view word) {
  std::string folded = fold(word), letters;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t begin = at;
    if (is_word_char(next_code_point(folded, at))) letters.append(folded, begin, at - begin);
  }
  return letters.empty() ? std::string(word) : letters;
}

std::vector<WordChange> compare_words(const std::vector<std::string>& before,
                                      const std::vector<std::string>& after) {
  int skip = 0, a_end = static_cast<int>(before.size()), b_end = static_cast<int>(after.size());
  auto same = [&](int i, int k) {
    return before[static_cast<std::size_t>(i)] == after[static_cast<std::size_t>(k)];
  };
  while (skip < std::min(a_end, b_end) && same(skip, skip)) ++skip;
  while (a_end > skip && b_end > skip && same(a_end - 1, b_end - 1)) --a_end, --b_end;
  Pairs pairs = same_words(before, after, skip, a_end, b_end);
  pairs.emplace_back(a_end - skip, b_end - skip);
  std::vector<WordChange> changes;
  int a = 0, b = 0;
  for (auto [i, k] : pairs) {
    if (i > a || k > b)
      changes.push_back({static_cast<std::uint32_t>(skip + a), static_cast<std::uint32_t>(skip + i),
                         static_cast<std::uint32_t>(skip + b),
                         static_cast<std::uint32_t>(skip + k)});
    a = i + 1;
    b = k + 1;
  }
  return changes;
}

}  // namespace kbgen
