// A name as people write it, in the parts that bibliographies put in order.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/site.h"

namespace kbgen {

// Either `literal` is all there is (Plato, 山田太郎, The Example Collective), or
// `family` is not empty.
struct PersonName {
  std::string given, particle, family, suffix;  // Vincent | van | Gogh | Jr.
  std::string literal;
};

// Particles are those written small ("van der", "de"); a capital one is a part
// of the family name ("De Niro"). Titles and degrees go: no style cites them.
PersonName split_name(std::string_view name);

// An alias "Spärck Jones, Karen" says where a double family name begins, which
// nothing else can know.
PersonName name_of(const Person& person);

// "van Gogh", "Plato": for a reference in the text.
std::string short_name(const PersonName& name);
// "Vincent van Gogh", "Martin Luther King Jr."
std::string full_name(const PersonName& name);

}  // namespace kbgen
