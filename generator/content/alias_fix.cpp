#include "content/alias_fix.h"

#include <fmt/format.h>

#include "base/disk.h"
#include "base/front_matter.h"
#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

std::string in_a_row(const std::vector<std::string>& paths) {
  std::vector<std::string> quoted;
  for (const std::string& path : paths) quoted.push_back(yaml_quoted(path));
  return join(quoted, ", ");
}

Fix insertion(const SourceFile& file, std::uint32_t at, std::string text) {
  return make_fix(Span{&file, at, at}, std::move(text));
}

// Adds paths to a list in brackets ([a, b]), behind its last item.
std::optional<Fix> add_to_flow(const SourceFile& file, const Yaml& list, const std::string& paths) {
  std::uint32_t from = list.items.empty() ? list.span.begin + 1 : list.items.back().span.end;
  std::size_t end = file.text.find(']', from);
  if (end == file.text.npos) return std::nullopt;
  auto at = static_cast<std::uint32_t>(list.items.empty() ? end : from);
  return insertion(file, at, (list.items.empty() ? "" : ", ") + paths);
}

// Adds paths to a list of lines ("- a"): one line for each, above that of the last item.
std::optional<Fix> add_to_block(const SourceFile& file, const Yaml& list,
                                const std::vector<std::string>& paths) {
  Span last = list.items.back().span;
  std::string_view line = line_of(file, last.begin);
  auto begin = static_cast<std::uint32_t>(line.data() - file.text.data());
  std::string indent(line.substr(0, line.find('-')));
  if (!trim(indent).empty()) return std::nullopt;
  std::string added;
  for (const std::string& path : paths) added += fmt::format("{}- {}\n", indent, yaml_quoted(path));
  return insertion(file, begin, std::move(added));
}

}  // namespace

std::optional<Fix> alias_fix(const SourceFile& file, const std::vector<std::string>& old_paths) {
  std::string extension = file_extension(file.path);
  if (extension != ".md" && extension != ".markdown") return std::nullopt;
  std::string paths = in_a_row(old_paths);
  std::optional<FrontMatter> front_matter = find_front_matter(file);
  if (!front_matter) {
    if (broken_front_matter(file)) return std::nullopt;
    return insertion(file, 0, fmt::format("---\naliases: [{}]\n---\n", paths));
  }
  if (front_matter->language != FrontMatter::Language::yaml) return std::nullopt;
  Diagnostics trouble;
  std::optional<Yaml> yaml = parse_yaml(front_matter->fields, trouble);
  if (!yaml || trouble.has_errors()) return std::nullopt;
  const Yaml* known = yaml->find("aliases");
  if (!known) {
    // The new key becomes the first line, which a map in braces ("{title: …}") has no room for.
    if (yaml->is_map() && trim(front_matter->fields.text()).starts_with('{')) return std::nullopt;
    return insertion(file, front_matter->fields.begin, fmt::format("aliases: [{}]\n", paths));
  }
  if (known->is_scalar()) {
    std::string written(known->span.text());
    return make_fix(known->span, fmt::format("[{}, {}]", written, paths));
  }
  if (!known->is_list()) return std::nullopt;
  if (file.text[known->span.begin] == '[') return add_to_flow(file, *known, paths);
  return known->items.empty() ? std::nullopt : add_to_block(file, *known, old_paths);
}

}  // namespace kbgen
