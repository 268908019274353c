#include "start/people.h"

#include "base/suggest.h"
#include "base/text.h"
#include "model/spoken.h"
#include "model/words.h"

namespace kbgen {

KnownPeople::KnownPeople(const std::vector<PersonRecord>& people) {
  for (const PersonRecord& person : people) {
    names_.emplace(person.slug, person.name);
    by_name_.emplace(comparable_name(person.name), person.slug);
    for (const Alias& alias : person.aliases)
      by_name_.emplace(comparable_name(alias.text), person.slug);
  }
}

// "Odile" is enough when only one of them can be meant.
std::optional<std::string> KnownPeople::by_first_name(std::string_view label,
                                                      const std::vector<std::string>& slugs) const {
  std::vector<std::string> words = folded_words(label);
  std::optional<std::string> only;
  if (words.size() != 1) return only;
  for (const std::string& slug : slugs) {
    auto person = names_.find(slug);
    if (person == names_.end()) continue;
    std::vector<std::string> name = folded_words(person->second);
    if (name.empty() || name.front() != words.front()) continue;
    if (only && *only != slug) return std::nullopt;
    only = slug;
  }
  return only;
}

// A slip or two in a long name, or a shorter first name with the same last one:
// "Rob Bracco" for "Robert Bracco".
static bool are_alike(const std::string& a, const std::string& b) {
  constexpr std::size_t shortest = 6, longest = 80;
  if (std::max(a.size(), b.size()) > longest) return false;
  if (std::min(a.size(), b.size()) >= shortest && edit_distance(a, b) <= 2) return true;
  std::vector<std::string_view> left = split_words(a), right = split_words(b);
  if (left.size() != 2 || right.size() != 2 || left[1] != right[1]) return false;
  return left[0].starts_with(right[0]) || right[0].starts_with(left[0]);
}

std::optional<std::string> KnownPeople::by_likeness(std::string_view label) const {
  std::string wanted = join(folded_words(label), " ");
  if (split_words(wanted).size() < 2) return std::nullopt;
  std::optional<std::string> only;
  for (const auto& [slug, name] : names_) {
    if (!are_alike(wanted, join(folded_words(name), " "))) continue;
    if (only) return std::nullopt;
    only = slug;
  }
  return only;
}

WhoIs KnownPeople::find_or_add(std::string_view label, const std::vector<std::string>& near) {
  std::string comparable = comparable_name(label);
  if (auto known = by_name_.find(comparable); known != by_name_.end() && !comparable.empty())
    return {known->second, "their name", false, true};
  if (auto slug = by_first_name(label, near)) return {*slug, "their first name (likely)"};
  if (auto slug = by_likeness(label)) return {*slug, "almost their name (a guess)"};
  if (!looks_like_person(label)) return {"", "no name; add them under `speakers:` if you know"};
  std::string slug = slugify(label);
  while (names_.contains(slug)) slug += "-2";
  std::string name = collapse_space(label);
  names_.emplace(slug, name);
  by_name_.emplace(comparable, slug);
  return {slug, "a name without a page so far", true, true};
}

}  // namespace kbgen
