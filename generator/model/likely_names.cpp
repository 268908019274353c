#include "model/likely_names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/did_you_mean.h"
#include "base/text.h"
#include "model/words.h"

namespace kbgen {

bool are_alike(std::string_view first, std::string_view second) {
  constexpr std::size_t shortest = 6, longest = 80;
  std::string a = join(folded_words(first), " "), b = join(folded_words(second), " ");
  std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (longer > longest) return false;
  if (shorter >= shortest && longer - shorter <= 2 && edit_distance(a, b) <= 2) return true;
  std::vector<std::string_view> left = split_words(a), right = split_words(b);
  if (left.size() != 2 || right.size() != 2 || left[1] != right[1]) return false;
  return left[0].starts_with(right[0]) || right[0].starts_with(left[0]);
}

bool is_short_for(std::string_view label, std::string_view name) {
  constexpr std::size_t fewest_letters = 3;
  std::string said = fold(label);
  std::string folded = fold(name);
  return said.size() >= fewest_letters &&
         std::ranges::any_of(split_words(folded), [&](std::string_view word) {
           return word.starts_with(said) ||
                  (word.size() >= fewest_letters && said.starts_with(word));
         });
}

bool are_initials_of(std::string_view label, std::string_view name) {
  constexpr std::size_t fewest = 2, most = 4;
  std::string letters;
  for (char c : label)
    if (c != '.' && c != ' ') letters += c;
  std::size_t count = count_code_points(letters);
  bool are_capitals = upper(letters) == letters && lower(letters) != letters;
  if (count < fewest || count > most || !are_capitals) return false;
  std::string of_all;
  for (const std::string& word : folded_words(name)) of_all += code_point_range(word, 0, 1);
  std::string ends = fold(initials_of(name));
  return fold(letters) == of_all || fold(letters) == ends;
}

}  // namespace kbgen
