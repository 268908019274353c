#include "content/speakers_fix.h"

#include <fmt/format.h>

#include "base/front_matter.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/file_kinds.h"

namespace kbgen {

namespace {

// "{"Chris": christopher-byron}", without the braces.
std::string entries_of(const SpokenLabels& labels) {
  std::vector<std::string> entries;
  for (const auto& [label, slug] : labels)
    entries.push_back(fmt::format("{}: {}", yaml_quoted(label), slug));
  return join(entries, ", ");
}

Fix insertion(const SourceFile& file, std::uint32_t at, std::string text) {
  return make_fix(Span{&file, at, at}, std::move(text));
}

// Adds to a map in braces, behind the first of them.
Fix add_to_flow(const SourceFile& file, const Yaml& map, const std::string& added) {
  return insertion(file, map.span.begin + 1, added + (map.members.empty() ? "" : ", "));
}

// Adds a line above the first one of a map of lines. Nothing if that does not begin its line.
std::optional<Fix> add_to_block(const SourceFile& file, const Yaml& map, const std::string& added) {
  if (map.members.empty()) return std::nullopt;
  std::uint32_t key = map.members.front().key_span.begin;
  std::string_view line = line_of(file, key);
  auto begin = static_cast<std::uint32_t>(line.data() - file.text.data());
  std::string indent(line.substr(0, key - begin));
  if (!trim(indent).empty()) return std::nullopt;
  return insertion(file, begin, indent + added + "\n");
}

bool is_in_braces(const SourceFile& file, const Yaml& map) {
  return file.text[map.span.begin] == '{';
}

std::optional<Fix> add_to_map(const SourceFile& file, const Yaml& map, const std::string& added) {
  if (is_in_braces(file, map)) return add_to_flow(file, map, added);
  return add_to_block(file, map, added);
}

// Adds to `speakers:` in the map of `transcript:`. A map of lines has one label a line, of which an
// insertion holds one; more wait for the next run.
std::optional<Fix> add_to_speakers(const SourceFile& file, const Yaml& speakers,
                                   const SpokenLabels& labels) {
  if (!speakers.is_map()) return std::nullopt;
  if (is_in_braces(file, speakers)) return add_to_flow(file, speakers, entries_of(labels));
  return add_to_block(file, speakers, entries_of({labels.front()}));
}

// The front matter of a file that can be changed.
struct Place {
  const SourceFile* file = nullptr;
  std::optional<FrontMatter> front_matter;  // nothing: the file has none
  Yaml yaml;
  const Yaml* transcript() const { return yaml.find("transcript"); }  // null: no such key
};

// Nothing for a file that is no Markdown, or whose front matter is no YAML or cannot be read.
std::optional<Place> place_in(const SourceFile& file) {
  if (!is_markdown_file(file.path)) return std::nullopt;
  Place place{&file, find_front_matter(file), {}};
  if (!place.front_matter) return broken_front_matter(file) ? std::nullopt : std::optional(place);
  if (place.front_matter->language != FrontMatter::Language::yaml) return std::nullopt;
  Diagnostics trouble;
  std::optional<Yaml> yaml = parse_yaml(place.front_matter->fields, trouble);
  if (!yaml || trouble.has_errors()) return std::nullopt;
  place.yaml = std::move(*yaml);
  return place;
}

// Adds a key and its value to `transcript:`, which is made if it is not there.
std::optional<Fix> add_to_transcript(const Place& place, const std::string& added) {
  const SourceFile& file = *place.file;
  std::string line = "transcript: {" + added + "}\n";
  if (!place.front_matter) return insertion(file, 0, "---\n" + line + "---\n");
  const Yaml* known = place.transcript();
  Span fields = place.front_matter->fields;
  if (!known) {
    // The new key becomes the first line, which a map in braces ("{title: …}") has no room for.
    if (place.yaml.is_map() && trim(fields.text()).starts_with('{')) return std::nullopt;
    return insertion(file, fields.begin, line);
  }
  if (known->is_scalar())
    return make_fix(known->span, fmt::format("{{file: {}, {}}}", yaml_quoted(known->text), added));
  return known->is_map() ? add_to_map(file, *known, added) : std::nullopt;
}

}  // namespace

std::optional<Fix> speakers_fix(const SourceFile& file, const SpokenLabels& labels) {
  std::optional<Place> place = place_in(file);
  if (!place || labels.empty()) return std::nullopt;
  const Yaml* speakers = place->transcript() ? place->transcript()->find("speakers") : nullptr;
  if (speakers) return add_to_speakers(file, *speakers, labels);
  return add_to_transcript(*place, "speakers: {" + entries_of(labels) + "}");
}

std::optional<Fix> speaker_fix(const SourceFile& file, const std::string& slug) {
  std::optional<Place> place = place_in(file);
  return place ? add_to_transcript(*place, "speaker: " + slug) : std::nullopt;
}

}  // namespace kbgen
