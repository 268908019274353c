#include "base/front_matter.h"

#include <algorithm>
#include <iterator>

#include "base/lines.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/toml.h"
#include "base/yaml_of_json.h"

namespace kbgen {

// The lines between which front matter of a language stands.
struct Fence {
  FrontMatter::Language language;
  std::string_view first, last, other_last;
};
static constexpr Fence fences[] = {
    {FrontMatter::Language::yaml, "---", "---", "..."},
    {FrontMatter::Language::toml, "+++", "+++", "+++"},
};

static bool is_markdown(const SourceFile& file) {
  std::string extension = file_extension(file.path);
  return extension == ".md" || extension == ".markdown";
}

// The offset behind the brace that closes the one at the beginning; npos if nothing does, or if
// more stands behind it on its line.
static std::size_t end_of_braces(std::string_view text) {
  std::size_t depth = 0;
  bool is_inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_inside && text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      is_inside = !is_inside;
    else if (!is_inside && text[at] == '{')
      ++depth;
    else if (!is_inside && text[at] == '}' && --depth == 0)
      return trim(text.substr(at + 1, text.find('\n', at) - at - 1)).empty() ? at + 1 : text.npos;
  }
  return text.npos;
}

// JSON at the top of Markdown. Elsewhere a file that begins with a brace is data; and other things
// in braces, such as "{% include %}", have no quotation mark behind the first one.
static std::optional<FrontMatter> find_json(const SourceFile& file) {
  std::string_view text = file.text;
  if (!is_markdown(file) || !text.starts_with('{')) return std::nullopt;
  if (!trim_left(text.substr(1)).starts_with('"')) return std::nullopt;
  std::size_t end = end_of_braces(text);
  if (end == text.npos) return std::nullopt;
  std::size_t body = std::min(text.find('\n', end), text.size() - 1) + 1;
  auto offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
  return FrontMatter{{&file, 0, offset(end)},
                     {&file, offset(body), offset(text.size())},
                     FrontMatter::Language::json};
}

std::optional<FrontMatter> find_front_matter(const SourceFile& file) {
  LineReader lines(file);
  if (!lines.next()) return std::nullopt;
  const Fence* fence = std::ranges::find(fences, trim_right(lines.text()), &Fence::first);
  if (fence == std::end(fences)) return find_json(file);
  auto end_of_file = static_cast<std::uint32_t>(file.text.size());
  std::uint32_t begin = std::min(lines.span().end + 1, end_of_file);
  while (lines.next()) {
    std::string_view line = trim_right(lines.text());
    if (line != fence->last && line != fence->other_last) continue;
    std::uint32_t after = std::min(lines.span().end + 1, end_of_file);
    return FrontMatter{{&file, begin, lines.begin()}, {&file, after, end_of_file}, fence->language};
  }
  return std::nullopt;
}

std::optional<Yaml> read_front_matter(const FrontMatter& front_matter, Diagnostics& diag) {
  switch (front_matter.language) {
    case FrontMatter::Language::toml:
      return parse_toml(front_matter.fields, diag);
    case FrontMatter::Language::json:
      return parse_json_as_yaml(front_matter.fields, diag);
    case FrontMatter::Language::yaml:
      break;
  }
  return parse_yaml(front_matter.fields, diag);
}

static bool is_key(std::string_view line) {
  std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return end != line.npos && end > 0 && line[end] == ':' &&
         (end + 1 == line.size() || line[end + 1] == ' ');
}

// Whether a file begins with keys such as "title:" that a line of hyphens ends, with nothing above
// them. For Markdown they would be a heading.
static bool begins_with_keys(const SourceFile& file) {
  std::size_t keys = 0;
  bool is_known = false;
  for (LineReader lines(file); lines.next();) {
    std::string_view line = trim_right(lines.text());
    if (line == "---") return keys >= 2 && is_known;
    bool goes_on = keys > 0 && (line.starts_with(' ') || line.starts_with("- "));
    if (!is_key(line) && !goes_on) return false;
    keys += is_key(line);
    is_known |= line.starts_with("title:") || line.starts_with("name:");
  }
  return false;
}

Span broken_front_matter(const SourceFile& file) {
  LineReader lines(file);
  if (!lines.next()) return {};
  std::string_view first = trim_right(lines.text());
  Span where = lines.span();
  bool are_hyphens = first.size() >= 2 && first.find_first_not_of('-') == first.npos;
  if (begins_with_keys(file)) return where;
  bool is_broken = are_hyphens && lines.next() && is_key(lines.text()) && !find_front_matter(file);
  return is_broken ? where : Span();
}

SourceFile keep_only(Span part) {
  SourceFile kept{part.file->path, ""};
  const std::string& text = part.file->text;
  kept.text.assign(
      static_cast<std::size_t>(std::count(text.begin(), text.begin() + part.begin, '\n')), '\n');
  kept.text.append(part.text());
  return kept;
}

}  // namespace kbgen
