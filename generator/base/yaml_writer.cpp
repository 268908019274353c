#include "base/yaml_writer.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Whether a text means the same without quotation marks: numbers, dates, slugs and truth values do.
bool is_plain(std::string_view text) {
  return !text.empty() && is_ascii_alphanumeric(text.front()) && lower_ascii(text) != "null" &&
         std::ranges::all_of(text, [](char c) {
           return is_ascii_alphanumeric(c) || c == '-' || c == '_' || c == '.';
         });
}

std::string scalar_of(const Yaml& value) {
  return !value.is_quoted && is_plain(value.text) ? value.text : yaml_quoted(value.text);
}

std::string key_of(const std::string& key) { return is_plain(key) ? key : yaml_quoted(key); }

// A value on one line.
std::string flow_of(const Yaml& value) {
  std::vector<std::string> parts;
  switch (value.kind) {
    case Yaml::Kind::null:
      return "null";
    case Yaml::Kind::scalar:
      return scalar_of(value);
    case Yaml::Kind::list:
      for (const Yaml& item : value.items) parts.push_back(flow_of(item));
      return "[" + join(parts, ", ") + "]";
    case Yaml::Kind::map:
      for (const YamlMember& member : value.members)
        parts.push_back(key_of(member.key) + ": " + flow_of(member.value));
      return "{" + join(parts, ", ") + "}";
  }
  return "";
}

std::string value_of(const Yaml& value) {
  std::string text;
  bool has_maps = std::ranges::any_of(value.items, &Yaml::is_map);
  if (value.is_list() && has_maps)
    for (const Yaml& item : value.items) text += "\n  - " + flow_of(item);
  else if (value.is_map())
    for (const YamlMember& member : value.members)
      text += "\n  " + key_of(member.key) + ": " + flow_of(member.value);
  else
    text = " " + flow_of(value);
  return text;
}

}  // namespace

std::string yaml_lines(const Yaml& map) {
  std::string text;
  for (const YamlMember& member : map.members)
    if (!member.value.is_null()) text += key_of(member.key) + ":" + value_of(member.value) + "\n";
  return text;
}

Yaml yaml_scalar(std::string text) {
  Yaml value;
  value.kind = Yaml::Kind::scalar;
  value.text = std::move(text);
  return value;
}

Yaml yaml_list(const std::vector<std::string>& texts) {
  Yaml list;
  for (const std::string& text : texts) list.items.push_back(yaml_scalar(text));
  if (!texts.empty()) list.kind = Yaml::Kind::list;
  return list;
}

void set_member(Yaml& map, std::string_view key, Yaml value) {
  map.kind = Yaml::Kind::map;
  if (YamlMember* known = map.find_member(key))
    known->value = std::move(value);
  else
    map.members.push_back({std::string(key), {}, std::move(value)});
}

}  // namespace kbgen
