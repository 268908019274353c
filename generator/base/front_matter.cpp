#include "base/front_matter.h"

#include <algorithm>

#include "base/lines.h"
#include "base/text.h"

namespace kbgen {

std::optional<FrontMatter> find_front_matter(const SourceFile& file) {
  LineReader lines(file);
  if (!lines.next() || trim_right(lines.text()) != "---") return std::nullopt;
  auto end_of_file = static_cast<std::uint32_t>(file.text.size());
  std::uint32_t begin = std::min(lines.span().end + 1, end_of_file);
  while (lines.next()) {
    std::string_view line = trim_right(lines.text());
    if (line != "---" && line != "...") continue;
    std::uint32_t after = std::min(lines.span().end + 1, end_of_file);
    return FrontMatter{{&file, begin, lines.begin()}, {&file, after, end_of_file}};
  }
  return std::nullopt;
}

static bool is_key(std::string_view line) {
  std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return end != line.npos && end > 0 && line[end] == ':' &&
         (end + 1 == line.size() || line[end + 1] == ' ');
}

Span broken_front_matter(const SourceFile& file) {
  LineReader lines(file);
  if (!lines.next()) return {};
  std::string_view first = trim_right(lines.text());
  Span where = lines.span();
  bool are_hyphens = first.size() >= 2 && first.find_first_not_of('-') == first.npos;
  return are_hyphens && lines.next() && is_key(lines.text()) && !find_front_matter(file) ? where
                                                                                         : Span();
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
