#include "base/yaml_of_json.h"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <utility>

namespace kbgen {

namespace {

// The number of a code unit of UTF-16 that begins the text ("\ud83d"), as JSON escapes it.
std::optional<char32_t> escaped_unit(std::string_view text) {
  unsigned unit = 0;
  if (!text.starts_with("\\u") || text.size() < 6) return std::nullopt;
  auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  return error == std::errc() && end == text.data() + 6 ? std::optional<char32_t>(unit)
                                                        : std::nullopt;
}

// The JSON as YAML in which everything else stands where it did.
std::string yaml_of(std::string_view json) {
  std::string yaml;
  std::size_t owed = 0;  // bytes by which a text became shorter; they follow behind its end
  bool is_inside = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    bool is_escape = is_inside && json[at] == '\\';
    std::optional<char32_t> high = is_escape ? escaped_unit(json.substr(at)) : std::nullopt;
    std::optional<char32_t> low = high ? escaped_unit(json.substr(at + 6)) : std::nullopt;
    if (low && (*high & 0xFC00) == 0xD800 && (*low & 0xFC00) == 0xDC00) {
      auto letter = static_cast<unsigned>(0x10000 + ((*high & 0x3FF) << 10) + (*low & 0x3FF));
      yaml += fmt::format("\\U{:08X}", letter);
      owed += 2;
      at += 11;
    } else if (is_escape && at + 1 < json.size()) {
      yaml.append(json, at, 2);
      ++at;
    } else {
      yaml += json[at] == '\t' && !is_inside ? ' ' : json[at];
      if (json[at] != '"') continue;
      is_inside = !is_inside;
      if (!is_inside) yaml.append(std::exchange(owed, 0), ' ');
    }
  }
  return yaml;
}

void move_to(const SourceFile& file, Yaml& value) {
  value.span.file = &file;
  for (Yaml& item : value.items) move_to(file, item);
  for (YamlMember& member : value.members) {
    member.key_span.file = &file;
    move_to(file, member.value);
  }
}

}  // namespace

std::optional<Yaml> parse_json_as_yaml(Span part, Diagnostics& diag) {
  SourceFile yaml = *part.file;
  yaml.text.replace(part.begin, part.end - part.begin, yaml_of(part.text()));
  std::optional<Yaml> read = parse_yaml({&yaml, part.begin, part.end}, diag);
  if (read) move_to(*part.file, *read);
  return read;
}

}  // namespace kbgen
