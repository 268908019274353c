// Splits a person's name into the parts by which bibliographies sort and shorten names.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/site.h"

namespace kbgen {

// Either `literal` has the whole name, which is never split or inverted (Plato, 山田太郎, The
// Example Collective), or it is empty and `family` and `given` are not.
struct PersonName {
  std::string given, particle, family, suffix;  // Vincent | van | Gogh | Jr.
  std::string literal;
};

// Splits a name. Particles are in lower case ("van der", "de"); one with a capital is a part of the
// family name ("De Niro"). Titles and degrees are dropped, because no style cites them.
PersonName split_name(std::string_view name);

// Splits the name of a person. An alias such as "Spärck Jones, Karen" tells where a family name of
// two words begins, which the name alone does not.
PersonName name_of(const Person& person);

// The name for a citation in the text: "van Gogh", "Plato".
std::string short_name(const PersonName& name);
// The name in the usual order: "Vincent van Gogh", "Martin Luther King Jr."
std::string full_name(const PersonName& name);

}  // namespace kbgen
