#include "base/loose_date.h"

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

// "1", and of a day also "1." and "1st".
std::optional<int> number_of(std::string_view word) {
  for (std::string_view end : {".", "st", "nd", "rd", "th"})
    if (word.ends_with(end)) word.remove_suffix(end.size());
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

// The day that begins the text in numbers, largest first: "2020-03-01 18:00 +0100", "2020/03/01",
// "20200301".
std::optional<Date> numeric_date(std::string_view text) {
  if (text.size() == 8 && std::ranges::all_of(text, is_digit))
    return parse_date(
        fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6)));
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

// The number of a month by its name, or by the first letters of it; 0 if it is none.
int month_of(std::string_view word) {
  auto month = std::ranges::find(months, lower_ascii(word.substr(0, 3)));
  return month == std::end(months) ? 0 : static_cast<int>(month - months) + 1;
}

// "March 2020". A year of two digits would be a day.
std::optional<Date> month_of_year(std::string_view word, std::string_view year) {
  int month = month_of(word);
  if (month == 0 || year.size() != 4 || !number_of(year)) return std::nullopt;
  return parse_date(fmt::format("{}-{:02}", year, month));
}

}  // namespace

std::optional<Date> parse_loose_date(std::string_view text) {
  text = trim(text);
  if (std::optional<Date> date = parse_date(text)) return date;
  if (std::optional<Date> date = numeric_date(text)) return date;
  std::string written = as_words(text);
  std::vector<std::string_view> words = split_words(written);
  if (!words.empty() && is_one_of(weekdays, words[0])) words.erase(words.begin());
  if (words.size() == 2) return month_of_year(words[0], words[1]);
  if (words.size() < 3) return std::nullopt;
  if (is_one_of(months, words[0])) std::swap(words[0], words[1]);
  bool has_clock_first = words[2].find(':') != words[2].npos && words.size() > 3;
  int month = month_of(words[1]);
  std::optional<int> day = number_of(words[0]);
  std::optional<int> year = year_of(has_clock_first ? words.back() : words[2]);
  if (month == 0 || !day || !year) return std::nullopt;
  return parse_date(fmt::format("{:04}-{:02}-{:02}", *year, month, *day));
}

}  // namespace kbgen
