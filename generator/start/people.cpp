#include "start/people.h"

#include "base/text.h"
#include "model/likely_names.h"
#include "model/spoken.h"
#include "model/words.h"

namespace kbgen {

KnownPeople::KnownPeople(const std::vector<PersonRecord>& people) {
  for (const PersonRecord& person : people) {
    add(person.slug, person.name);
    by_name_.emplace(comparable_name(person.name), person.slug);
    for (const SpokenName& alias : person.aliases)
      by_name_.emplace(comparable_name(alias.text), person.slug);
  }
}

static std::string folded_name(std::string_view name) { return join(folded_words(name), " "); }

void KnownPeople::add(const std::string& slug, const std::string& name) {
  names_.emplace(slug, name);
  folded_.emplace(slug, folded_name(name));
}

// The one person among `slugs` whose first name is the label ("Odile"); nothing if there are
// several.
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

// The one person whose name is almost the label; nothing if there are several. Each label is
// compared with all names, so after half a million comparisons, which no podcast needs, nothing is
// guessed.
std::optional<std::string> KnownPeople::by_likeness(std::string_view label) {
  constexpr std::size_t most_comparisons = 500'000;
  std::string wanted = folded_name(label);
  if (split_words(wanted).size() < 2) return std::nullopt;
  comparisons_ += folded_.size();
  if (comparisons_ > most_comparisons) return std::nullopt;
  std::optional<std::string> only;
  for (const auto& [slug, name] : folded_) {
    if (!are_alike(wanted, name)) continue;
    if (only) return std::nullopt;
    only = slug;
  }
  return only;
}

PersonGuess KnownPeople::find_or_add(std::string_view label, const std::vector<std::string>& near) {
  std::string comparable = comparable_name(label);
  if (auto known = by_name_.find(comparable); known != by_name_.end() && !comparable.empty())
    return {known->second, "their name", false, true};
  if (auto slug = by_first_name(label, near)) return {*slug, "their first name (likely)"};
  if (auto slug = by_likeness(label)) return {*slug, "almost their name (a guess)"};
  if (!looks_like_person(label)) return {"", "no name; add them under `speakers:` if you know"};
  std::string plain = slugify(label), slug = plain;
  for (int& next = next_number_.try_emplace(plain, 2).first->second; names_.contains(slug); ++next)
    slug = plain + "-" + std::to_string(next);
  std::string name = collapse_space(label);
  add(slug, name);
  by_name_.emplace(comparable, slug);
  return {slug, "a name without a page so far", true, true};
}

}  // namespace kbgen
