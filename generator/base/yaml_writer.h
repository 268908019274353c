// Writes values as the YAML of front matter, which parse_yaml() reads back as the same values.
#pragma once

#include <string>

#include "base/yaml.h"

namespace kbgen {

// The members of a map, each on a line of its own: "title: \"The mill\"\n". Lists of maps and maps
// take a line an item. Members without a value are left out; runs of white space become one space.
std::string yaml_lines(const Yaml& map);

// A scalar without a place, for values that no file has.
Yaml yaml_scalar(std::string text);

// A list of scalars; a null value, which is written as nothing, if there are none.
Yaml yaml_list(const std::vector<std::string>& texts);

// Adds a member, or gives the one that is there another value.
void set_member(Yaml& map, std::string_view key, Yaml value);

}  // namespace kbgen
