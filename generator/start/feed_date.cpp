#include "start/feed_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

template <std::size_t N>
bool is_one_of(const std::string_view (&names)[N], std::string_view word) {
  return std::ranges::find(names, lower_ascii(word.substr(0, 3))) != std::end(names);
}

std::optional<int> number_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);  // "1. Mar 2020"
  int number = 0;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  bool is_whole = error == std::errc() && end == word.data() + word.size();
  return is_whole && number >= 0 ? std::optional(number) : std::nullopt;
}

// A year of four digits, or of two, as RFC 822 had them first.
std::optional<int> year_of(std::string_view word) {
  std::optional<int> year = number_of(word);
  if (!year || (word.size() != 2 && word.size() != 4)) return std::nullopt;
  return word.size() == 4 ? *year : *year + (*year < 50 ? 2000 : 1900);
}

// The day that begins the text in numbers, largest first: "2020-03-01 18:00 +0100", "2020/03/01".
std::optional<Date> numeric_date(std::string_view text) {
  constexpr std::size_t length_of_day = 10;
  bool ends =
      text.size() == length_of_day ||
      (text.size() > length_of_day && (text[length_of_day] == ' ' || text[length_of_day] == 'T'));
  return ends ? parse_date(replace_all(text.substr(0, length_of_day), "/", "-")) : std::nullopt;
}

// A text without commas, and without hyphens between a day and the name of a month.
std::string as_words(std::string_view text) {
  std::string words = replace_all(text, ",", " ");
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    bool is_beside_letter = is_ascii_letter(words[i - 1]) || is_ascii_letter(words[i + 1]);
    bool is_beside_digit = is_digit(words[i - 1]) || is_digit(words[i + 1]);
    if (words[i] == '-' && is_beside_letter && is_beside_digit) words[i] = ' ';
  }
  return words;
}

}  // namespace

std::optional<Date> parse_feed_date(std::string_view text) {
  text = trim(text);
  if (std::optional<Date> date = parse_date(text)) return date;
  if (std::optional<Date> date = numeric_date(text)) return date;
  std::string written = as_words(text);
  std::vector<std::string_view> words = split_words(written);
  if (!words.empty() && is_one_of(weekdays, words[0])) words.erase(words.begin());
  if (words.size() < 3) return std::nullopt;
  if (is_one_of(months, words[0])) std::swap(words[0], words[1]);
  bool has_clock_first = words[2].find(':') != words[2].npos && words.size() > 3;
  auto month = std::ranges::find(months, lower_ascii(words[1].substr(0, 3)));
  std::optional<int> day = number_of(words[0]);
  std::optional<int> year = year_of(has_clock_first ? words.back() : words[2]);
  if (month == std::end(months) || !day || !year) return std::nullopt;
  return parse_date(fmt::format("{:04}-{:02}-{:02}", *year, month - months + 1, *day));
}

}  // namespace kbgen
