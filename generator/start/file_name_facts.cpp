#include "start/file_name_facts.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// The date that these digits name. Nothing for a day before 1990 or after 2099: such digits are not
// the date of a recording.
std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day) {
  std::string text = std::string(year) + "-" + std::string(month) + "-" + std::string(day);
  std::optional<Date> date = parse_date(text);
  return date && date->year >= 1990 && date->year < 2100 ? date : std::nullopt;
}

// Takes the first date out of the words: three words "2024", "03", "01", or one word "20240301".
std::optional<Date> take_date(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (!are_digits(word)) continue;
    if (word.size() == 8)
      if (auto date = date_of(word.substr(0, 4), word.substr(4, 2), word.substr(6, 2))) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        return date;
      }
    bool apart = word.size() == 4 && i + 2 < words.size() && words[i + 1].size() == 2 &&
                 words[i + 2].size() == 2 && are_digits(words[i + 1]) && are_digits(words[i + 2]);
    if (!apart) continue;
    if (auto date = date_of(word, words[i + 1], words[i + 2])) {
      auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
      words.erase(first, first + 3);
      return date;
    }
  }
  return std::nullopt;
}

std::optional<int> small_number(std::string_view digits) {
  int number = 0;
  if (!are_digits(digits) || digits.size() > 4) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Takes the number of the episode out of the words: "ep42", "episode 42" or "#42" anywhere. A bare
// number such as "042" counts only as the first of several words, with at most three digits,
// because four could be a year.
std::optional<int> take_number(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word = lower_ascii(words[i]);
    for (std::string_view sign : {"episode", "ep", "#"}) {
      if (!word.starts_with(sign)) continue;
      bool apart = word.size() == sign.size() && i + 1 < words.size();
      auto number = small_number(apart ? words[i + 1] : std::string_view(word).substr(sign.size()));
      if (!number) continue;
      auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
      words.erase(first, first + (apart ? 2 : 1));
      return number;
    }
  }
  if (words.size() < 2 || words[0].size() > 3) return std::nullopt;
  std::optional<int> number = small_number(words[0]);
  if (number) words.erase(words.begin());
  return number;
}

}  // namespace

FileNameFacts facts_of_file_name(std::string_view stem) {
  std::string spaced(stem);
  for (char& c : spaced)
    if (c == '-' || c == '_' || c == '.') c = ' ';
  std::vector<std::string> words;
  for (std::string_view word : split_words(spaced)) words.emplace_back(word);
  FileNameFacts facts;
  facts.date = take_date(words);
  facts.number = take_number(words);
  facts.title = capitalize(join(words, " "));
  return facts;
}

}  // namespace kbgen
