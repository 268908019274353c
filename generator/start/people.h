// Who the labels of a transcript are, as far as names tell.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/records.h"

namespace kbgen {

// How sure a guess is, in the words of the report.
struct WhoIs {
  std::string slug;          // of the guest; empty: nobody knows
  std::string why;           // "their name", "almost their name: a guess"
  bool is_new = false;       // a guest without a page so far
  bool says_itself = false;  // the build finds them by this label
};

class KnownPeople {
 public:
  explicit KnownPeople(const std::vector<PersonRecord>& people);

  // `near`: slugs of those who are probably there, whose first names do.
  // Somebody unknown whose label is a name is known from then on.
  WhoIs find_or_add(std::string_view label, const std::vector<std::string>& near);

  std::string name_of(const std::string& slug) const { return names_.at(slug); }

 private:
  std::optional<std::string> by_first_name(std::string_view label,
                                           const std::vector<std::string>& slugs) const;
  std::optional<std::string> by_likeness(std::string_view label);
  void add(const std::string& slug, const std::string& name);

  std::map<std::string, std::string> by_name_;  // comparable → slug
  std::map<std::string, std::string> names_;    // slug → name
  std::map<std::string, std::string> folded_;   // slug → name in small letters, one space apart
  std::map<std::string, int> next_number_;      // of slugs that several names have
  std::size_t comparisons_ = 0;                 // of names that are only alike
};

}  // namespace kbgen
