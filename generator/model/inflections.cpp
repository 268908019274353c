#include "model/inflections.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

bool is_vowel(char c) { return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos; }

// The ASCII letters at the end of a name.
std::string_view last_letters(std::string_view name) {
  std::size_t begin = name.size();
  while (begin > 0 && is_ascii_letter(name[begin - 1])) --begin;
  return name.substr(begin);
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  std::string small = lower_ascii(word);
  return std::ranges::any_of(endings, [&](auto ending) { return small.ends_with(ending); });
}

}  // namespace

std::optional<std::string> plural_of(std::string_view name) {
  std::string_view word = last_letters(name);
  if (word.size() < 2) return std::nullopt;
  std::string plural(name);
  bool is_acronym = std::ranges::all_of(word, is_ascii_upper);
  if (is_acronym) return plural + "s";
  if (ends_with_any(word, {"s", "x", "z", "ch", "sh"})) return plural + "es";
  if (!ends_with_any(word, {"y"}) || is_vowel(word[word.size() - 2])) return plural + "s";
  plural.pop_back();
  return plural + "ies";
}

std::optional<std::string> singular_of(std::string_view name) {
  std::string_view word = last_letters(name);
  if (word.size() < 3 || !word.ends_with('s')) return std::nullopt;
  std::string stem(name.substr(0, name.size() - 1));
  bool is_acronym = std::ranges::all_of(word.substr(0, word.size() - 1), is_ascii_upper);
  if (is_acronym) return stem;
  bool is_alone = word.size() == name.size();
  if (is_alone || word.size() < 4 || ends_with_any(word, {"ss", "us", "is"})) return std::nullopt;
  if (ends_with_any(word, {"ies"}) && word.size() > 4) return stem.substr(0, stem.size() - 2) + "y";
  if (ends_with_any(word, {"sses", "xes", "ches", "shes", "zes"})) stem.pop_back();
  return stem;
}

bool is_english(std::string_view language) {
  std::string tag = lower_ascii(language);
  return tag.empty() || tag == "en" || tag.starts_with("en-");
}

}  // namespace kbgen
