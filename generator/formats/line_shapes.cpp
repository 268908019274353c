#include "formats/line_shapes.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/char_set.h"
#include "base/text.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/line_times.h"

namespace kbgen {

// Otter also writes one space, "Ada Lovelace 0:13": that will do where the rest of
// the line looks like a name.
static std::optional<OtterHeader> read_tight_otter_header(std::string_view line) {
  if (line.empty() || line.size() > 200 || !is_digit(line.back())) return std::nullopt;
  std::size_t space = line.rfind(' ');
  if (space == line.npos) return std::nullopt;
  auto time = read_clock(line.substr(space + 1));
  if (!time || !is_label(line.substr(0, space))) return std::nullopt;
  return OtterHeader{line.substr(0, space), *time, {}};
}

std::optional<OtterHeader> read_otter_header(std::string_view line) {
  constexpr std::size_t longest_name = 160;
  if (line.starts_with(guard)) return std::nullopt;
  line = trim(line);
  std::string_view head = line.substr(0, longest_name + 2);
  std::size_t gap = head.find("  ");
  if (gap == head.npos) return read_tight_otter_header(line);
  for (; gap != head.npos; gap = head.find("  ", gap + 1)) {
    std::string_view name = trim(line.substr(0, gap)), rest = trim_left(line.substr(gap));
    std::size_t length = clock_length(rest);
    auto time = read_clock(rest.substr(0, length));
    if (!time || (length < rest.size() && rest[length] != ' ')) continue;
    if (auto wrapped = read_timed_line(name); wrapped && !wrapped->in_brackets)
      name = wrapped->text;
    if (name.empty() || name.ends_with(':') || name.ends_with('-') || name.ends_with('|'))
      return std::nullopt;
    return OtterHeader{name, *time, trim(rest.substr(length))};
  }
  return std::nullopt;
}

namespace {

// Drops the signs of Markdown's bold around a name.
std::string_view without_bold(std::string_view name) {
  std::size_t begin = name.find_first_not_of(" *_");
  if (begin == name.npos) return {};
  return name.substr(begin, name.find_last_not_of(" *_") + 1 - begin);
}

// Drops what stands between a header and the words behind it.
std::string_view words_behind(std::string_view header) {
  return trim(header.substr(std::min(header.find_first_not_of("*_: "), header.size())));
}

bool is_in_brackets(std::string_view name) { return name.starts_with('[') && name.ends_with(']'); }

// A time and no name: "(00:45):", "[(00:45)](https://…) text". `behind` is what
// follows the time.
std::optional<NameTime> read_lone_time(std::string_view line, Timecode time,
                                       std::string_view behind) {
  bool has_colon = behind.starts_with(':') || line.starts_with("[(");
  if (!trim(behind).empty() && !has_colon) return std::nullopt;
  return NameTime{{}, time, words_behind(behind)};
}

// "Name (00:45): text", "Name: (00:45)", "**Name** [00:45]": `before` and `behind`
// are what stands around the time.
std::optional<NameTime> read_name_before_time(std::string_view before, Timecode time,
                                              std::string_view behind) {
  std::string_view name = without_bold(before);
  bool colon_before = name.ends_with(':');
  if (colon_before) name = without_bold(name.substr(0, name.size() - 1));
  if (!is_label(name) && !is_in_brackets(name)) return std::nullopt;
  std::string_view text = words_behind(behind);
  // "Name: (00:45) text" is a label with a time mark in the words behind it.
  if (colon_before && !text.empty()) return std::nullopt;
  return NameTime{plain_label(name), time, text};
}

// "Name: 00:00:45", "Name:".
std::optional<NameTime> read_name_and_colon(std::string_view line) {
  constexpr std::size_t longest = 400;
  std::string_view head = line.substr(0, longest);
  std::size_t colon = head.find(':');
  if (line.starts_with('[')) {
    std::size_t close = head.find("]:");
    colon = close == head.npos ? head.npos : close + 1;
  }
  if (colon == head.npos) return std::nullopt;
  std::string_view name = line.substr(0, colon);
  if (!is_label(name) && !is_in_brackets(name)) return std::nullopt;
  std::string_view rest = trim(line.substr(colon + 1));
  if (rest.empty()) return NameTime{plain_label(name), std::nullopt, {}};
  auto time = read_clock(rest);
  if (!time) return std::nullopt;
  return NameTime{plain_label(name), *time, {}};
}

}  // namespace

std::optional<NameTime> read_name_time(std::string_view line) {
  constexpr std::size_t longest = 400;  // a name is not looked for behind that
  if (line.starts_with(guard)) return std::nullopt;
  line = trim(line);
  if (line.empty() || line.starts_with('#')) return std::nullopt;

  std::string_view behind = line;
  if (auto times = take_bracketed_times(behind)) return read_lone_time(line, times->start, behind);

  static constexpr CharSet brackets("([\\");
  std::string_view head = line.substr(0, longest);
  for (std::size_t open = brackets.find_in(head, 1); open < head.size();
       open = brackets.find_in(head, open + 1)) {
    behind = line.substr(open);
    if (auto times = take_bracketed_times(behind))
      return read_name_before_time(trim(line.substr(0, open)), times->start, behind);
  }
  return read_name_and_colon(line);
}

std::optional<std::string_view> read_heading(std::string_view line) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level == 0 || level > 6 || level >= line.size() || line[level] != ' ') return std::nullopt;
  return trim(line.substr(level));
}

bool is_bold_label(std::string_view line) {
  line = trim(line);
  std::string_view sign = line.substr(0, 2);
  if (sign != "**" && sign != "__") return false;
  std::size_t close = line.substr(0, 400).find(sign, 2);
  if (close == line.npos) return false;
  std::string_view inside = trim(line.substr(2, close - 2));
  bool has_colon = inside.ends_with(':') || trim_left(line.substr(close + 2)).starts_with(':');
  if (inside.ends_with(':')) inside.remove_suffix(1);
  if (inside.find(':') != inside.npos) return inside.starts_with("Q: ");
  bool is_spelled = inside.starts_with('[') || inside.starts_with("\\[");
  return has_colon && (is_label(inside) || is_spelled);
}

LineShape shape_of(std::string_view line) {
  if (trim(line).empty()) return LineShape::blank;
  if (line.starts_with(guard)) return LineShape::speech;
  if (is_digit(line[0])) {
    auto timed = read_timed_line(line);
    if (timed && (timed->start.ms > 0 || !read_otter_header(line))) return LineShape::timed;
  }
  if (read_heading(line)) return LineShape::heading;
  if (read_otter_header(line)) return LineShape::otter;
  if (read_name_time(line)) return LineShape::name_time;
  if (read_timed_line(line)) return LineShape::timed;
  if (is_bold_label(line)) return LineShape::bold_label;
  return read_label(line) ? LineShape::label : LineShape::speech;
}

}  // namespace kbgen
