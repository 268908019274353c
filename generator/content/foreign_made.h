// Makes the values into which those of another program's front matter are turned. Each has the
// place of the value that it was made of.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "base/yaml.h"

namespace kbgen::foreign {

inline Yaml scalar(std::string text, Span span) {
  Yaml made;
  if (text.empty()) return made;
  made.kind = Yaml::Kind::scalar;
  made.text = std::move(text);
  made.span = span;
  return made;
}

// A list of what `convert` makes of the items, without those of which it makes nothing; null if
// nothing is left. A value that is no list counts as a list of one.
template <class Convert>
Yaml list_of(const Yaml& value, Convert convert) {
  Yaml list;
  list.span = value.span;
  auto add = [&](const Yaml& item) {
    Yaml made = convert(item);
    if (!made.is_null()) list.items.push_back(std::move(made));
  };
  if (value.is_list())
    std::ranges::for_each(value.items, add);
  else
    add(value);
  if (!list.items.empty()) list.kind = Yaml::Kind::list;
  return list;
}

inline Yaml map_of(std::string key, Yaml value) {
  Yaml map;
  if (value.is_null()) return map;
  map.kind = Yaml::Kind::map;
  map.span = value.span;
  map.members.push_back({std::move(key), value.span, std::move(value)});
  return map;
}

// The first of these keys that a map has, as a value; null if it has none of them.
inline const Yaml* first_of(const Yaml& map, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (const Yaml* value = map.find(key)) return value;
  return nullptr;
}

// The parts of "Ada, Bob and Cleo", each as a value with the place of the whole. A value that is no
// text is given back.
Yaml parted(const Yaml& value, bool at_and);

// The name of "[[people/ada-lovelace|Ada]]" or "[Ada Lovelace](https://…)", and other text as it
// is. A link that stands without quotation marks is a list in a list for YAML.
std::string name_in_link(const Yaml& value);

}  // namespace kbgen::foreign
