// Finds out which person a label of a transcript or a name in a feed means.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/records.h"

namespace kbgen {

// Whom a label means.
struct PersonGuess {
  std::string slug;     // of the person; empty: it cannot be told
  std::string why;      // how sure that is, for the report: "almost their name (a guess)"
  bool is_new = false;  // whether the person was added just now, and has no page
  bool is_found_by_label = false;  // whether a build finds the person by this label
};

// The people who have a page, and those who were found without one. Not thread safe.
class KnownPeople {
 public:
  explicit KnownPeople(const std::vector<PersonRecord>& people);

  // Finds the person whom a label means. `near` are the slugs of people who are probably there,
  // such as the hosts, for whom the first name is enough. If nobody is found and the label looks
  // like the name of a person, a new person is added.
  PersonGuess find_or_add(std::string_view label, const std::vector<std::string>& near);

  // The name of a person who is known, by slug.
  std::string name_of(const std::string& slug) const { return names_.at(slug); }

 private:
  std::optional<std::string> by_first_name(std::string_view label,
                                           const std::vector<std::string>& slugs) const;
  std::optional<std::string> by_likeness(std::string_view label);
  void add(const std::string& slug, const std::string& name);

  std::map<std::string, std::string> by_name_;  // comparable_name() → slug
  std::map<std::string, std::string> names_;    // slug → name
  std::map<std::string, std::string> folded_;  // slug → folded words of the name, one space apart
  std::map<std::string, int> next_number_;     // slug → the number that its next namesake gets
  std::size_t comparisons_ = 0;                // that by_likeness() has made
};

}  // namespace kbgen
