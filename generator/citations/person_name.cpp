#include "citations/person_name.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "citations/marked.h"

namespace kbgen {

namespace {

using Words = std::vector<std::string_view>;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_particle(std::string_view word) {
  static constexpr std::string_view particles[] = {
      "af",  "al",  "am",  "av", "bin", "d'",  "da",  "das", "de",  "degli", "dei", "del", "della",
      "den", "der", "des", "di", "do",  "dos", "du",  "el",  "ibn", "la",    "las", "le",  "les",
      "lo",  "los", "op",  "'t", "ten", "ter", "van", "vom", "von", "zu",    "zum", "zur"};
  return is_one_of(word, particles);
}

bool is_capital_particle(std::string_view word) {
  static constexpr std::string_view particles[] = {"Da",  "De",  "Del", "Della", "Den", "Der",
                                                   "Di",  "Dos", "Du",  "La",    "Le",  "St.",
                                                   "Ten", "Ter", "Van", "Von"};
  return is_one_of(word, particles);
}

bool is_suffix(std::string_view word) {
  static constexpr std::string_view suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"};
  return is_one_of(word, suffixes);
}

bool is_title(std::string_view word) {
  static constexpr std::string_view titles[] = {"Dr.", "Dr", "Prof.", "Prof", "Professor"};
  return is_one_of(word, titles);
}

bool is_degree(std::string_view word) {
  static constexpr std::string_view degrees[] = {"PhD", "Ph.D.", "MD", "M.D.", "MSc", "MA", "MBA"};
  return is_one_of(word, degrees);
}

// Whether a character is Han, Kana or Hangul. Names in these scripts begin with the family name,
// and are not inverted.
bool is_east_asian(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// Whether a name seems to be that of several people or of an organization, which is not inverted.
bool is_collective(const Words& words) {
  static constexpr std::string_view signs[] = {"and", "&", "of", "the", "The"};
  return std::ranges::any_of(words, [](std::string_view word) {
    return is_one_of(word, signs) || std::ranges::any_of(word, [](char c) {
             return is_digit(c) || c == '/' || c == '(' || c == '@';
           });
  });
}

std::string join_words(std::span<const std::string_view> words) {
  return join(std::vector<std::string>(words.begin(), words.end()), " ");
}

// Removes suffixes ("Jr.", kept in `suffix`) and degrees ("PhD") that follow commas. False if
// something else follows a comma.
bool remove_after_commas(std::string& name, std::string& suffix) {
  for (std::size_t comma; (comma = name.rfind(',')) != std::string::npos;) {
    std::string_view behind = trim(std::string_view(name).substr(comma + 1));
    if (is_suffix(behind))
      suffix = behind;
    else if (!is_degree(behind))
      return false;
    name = trim_right(std::string_view(name).substr(0, comma));
  }
  return true;
}

// Index of the word with which the family name begins, its particles included: "van der Berg",
// "Ortega y Gasset", "De Niro". At least one word before it is left as the given name.
std::size_t family_begin(const Words& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (is_particle(words[i]) || is_capital_particle(words[i])) return i;
    if (i > 1 && (words[i] == "y" || words[i] == "i" || words[i] == "e")) return i - 1;
  }
  return words.size() - 1;
}

// The parts of `name`, if `alias` is the same name inverted: "Spärck Jones, Karen".
std::optional<PersonName> turned_by(std::string_view alias, std::string_view name) {
  std::size_t comma = alias.find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  std::string family(alias.substr(0, comma)), given(alias.substr(comma + 2));
  if (given + " " + family != name || family.empty() || given.empty()) return std::nullopt;
  PersonName turned;
  Words words = split_words(family);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_particle(words[first])) ++first;
  turned.given = given;
  turned.particle = join_words(std::span(words).first(first));
  turned.family = join_words(std::span(words).subspan(first));
  return turned;
}

}  // namespace

PersonName split_name(std::string_view written) {
  PersonName name;
  std::string text = collapse_space(written);
  std::string bare = text;
  bool is_turnable = remove_after_commas(bare, name.suffix);
  Words words = split_words(bare);
  std::size_t at = 0;
  if (words.empty() || !is_turnable || is_east_asian(next_code_point(bare, at)) ||
      is_collective(words))
    return {"", "", "", "", text};
  if (words.size() > 2 && is_title(words.front())) words.erase(words.begin());
  if (words.size() > 2 && is_suffix(words.back())) {
    name.suffix = words.back();
    words.pop_back();
  }
  if (words.size() == 1) return {"", "", "", "", text};
  std::size_t begin = family_begin(words), end_of_particles = begin;
  while (end_of_particles + 1 < words.size() && is_particle(words[end_of_particles]))
    ++end_of_particles;
  std::span<const std::string_view> all(words);
  name.given = join_words(all.first(begin));
  name.particle = join_words(all.subspan(begin, end_of_particles - begin));
  name.family = join_words(all.subspan(end_of_particles));
  return name;
}

PersonName name_of(const Person& person) {
  std::string name = without_marks(person.name);
  for (const SpokenName& alias : person.aliases)
    if (std::optional<PersonName> turned = turned_by(alias.text, name)) return *turned;
  return split_name(name);
}

std::string short_name(const PersonName& name) {
  if (!name.literal.empty()) return name.literal;
  return (name.particle.empty() ? "" : name.particle + " ") + name.family;
}

std::string full_name(const PersonName& name) {
  if (!name.literal.empty()) return name.literal;
  return name.given + " " + short_name(name) + (name.suffix.empty() ? "" : " " + name.suffix);
}

}  // namespace kbgen
