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

// Adds to the map of `transcript:`, or to `speakers:` in it.
std::optional<Fix> add_to_settings(const SourceFile& file, const Yaml& settings,
                                   const SpokenLabels& labels) {
  const Yaml* speakers = settings.find("speakers");
  if (speakers && !speakers->is_map()) return std::nullopt;
  const Yaml& map = speakers ? *speakers : settings;
  std::string entries = entries_of(labels);
  if (is_in_braces(file, map))
    return add_to_flow(file, map, speakers ? entries : "speakers: {" + entries + "}");
  if (!speakers) return add_to_block(file, map, "speakers: {" + entries + "}");
  // In a map of lines one label a line, of which an insertion can hold one; more wait for the next
  // run.
  return add_to_block(file, map, entries_of({labels.front()}));
}

}  // namespace

std::optional<Fix> speakers_fix(const SourceFile& file, const SpokenLabels& labels) {
  if (!is_markdown_file(file.path) || labels.empty()) return std::nullopt;
  std::string line = "transcript: {speakers: {" + entries_of(labels) + "}}\n";
  std::optional<FrontMatter> front_matter = find_front_matter(file);
  if (!front_matter) {
    if (broken_front_matter(file)) return std::nullopt;
    return insertion(file, 0, "---\n" + line + "---\n");
  }
  if (front_matter->language != FrontMatter::Language::yaml) return std::nullopt;
  Diagnostics trouble;
  std::optional<Yaml> yaml = parse_yaml(front_matter->fields, trouble);
  if (!yaml || trouble.has_errors()) return std::nullopt;
  const Yaml* known = yaml->find("transcript");
  if (!known) {
    // The new key becomes the first line, which a map in braces ("{title: …}") has no room for.
    if (yaml->is_map() && trim(front_matter->fields.text()).starts_with('{')) return std::nullopt;
    return insertion(file, front_matter->fields.begin, line);
  }
  if (known->is_scalar())
    return make_fix(known->span, fmt::format("{{file: {}, speakers: {{{}}}}}",
                                             yaml_quoted(known->text), entries_of(labels)));
  return known->is_map() ? add_to_settings(file, *known, labels) : std::nullopt;
}

}  // namespace kbgen
