// Whether two names probably mean the same person.
#pragma once

#include <string_view>

namespace kbgen {

// Two spellings of one name: they differ by a slip or two and are long enough, or one has a shorter
// first name and the same last one ("Rob Bracco" for "Robert Bracco").
bool are_alike(std::string_view a, std::string_view b);

// A label that is short for a name: "Chris" or "Byron" for "Christopher Byron".
bool is_short_for(std::string_view label, std::string_view name);

// A label of capitals that are the initials of a name, with dots or without: "DK", "D. K." and
// "DEK" for "Donald Ervin Knuth".
bool are_initials_of(std::string_view label, std::string_view name);

}  // namespace kbgen
