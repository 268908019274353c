#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The nearest word, found by comparing with all of them.
std::optional<std::string> nearest_of_all(const std::string& word,
                                          const std::vector<std::string>& words) {
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::optional<std::string> nearest;
  for (const std::string& other : words) {
    std::size_t distance = edit_distance(lower_ascii(word), lower_ascii(other));
    if (distance < best) {
      best = distance;
      nearest = other;
    }
  }
  return nearest;
}

}  // namespace

TEST_CASE("what is passed over without a comparison is never the nearest word") {
  std::mt19937 random(7);
  auto any = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  std::vector<std::string> words;
  for (int i = 0; i < 200; ++i) {
    std::string word;
    for (int letters = any(1, 9); letters > 0; --letters)
      word += static_cast<char>(any(0, 3) ? any('a', 'e') : any('A', 'E'));
    words.push_back(word);
  }
  for (int i = 0; i < 500; ++i) {
    std::string word;
    for (int letters = any(1, 12); letters > 0; --letters) word += static_cast<char>(any('a', 'f'));
    CHECK(closest(word, words) == nearest_of_all(word, words));
  }
}

}  // namespace kbgen
