#include "formats/cue_blocks.h"

#include <algorithm>

#include "base/text.h"
#include "formats/guard.h"

namespace kbgen {

namespace {

constexpr std::string_view arrow = "-->";

struct CueTimes {
  std::optional<Timecode> start, end;
};

CueTimes read_times(std::string_view line) {
  std::size_t at = line.find(arrow);
  std::string_view rest = trim(line.substr(at + arrow.size()));
  return {parse_timecode(trim(line.substr(0, at))),
          parse_timecode(rest.substr(0, rest.find_first_of(" \t")))};
}

bool is_number(std::string_view line) {
  line = trim(line);
  return !line.empty() && line.find_first_not_of("0123456789") == line.npos;
}

// Whether a comment, a style or a region of WebVTT begins here: a block without speech.
bool begins_silent_block(std::string_view line) {
  for (std::string_view name : {"NOTE", "STYLE", "REGION"})
    if (line.starts_with(name) && trim(line.substr(name.size(), 1)).empty()) return true;
  return false;
}

}  // namespace

bool is_cue_times(std::string_view line) {
  if (line.find(arrow) == line.npos || line.starts_with(guard)) return false;
  CueTimes times = read_times(line);
  std::string_view first = trim_left(line).substr(0, 1);
  return times.start || times.end || (first >= "0" && first <= "9" && line.size() < 80);
}

bool has_subrip_times(std::string_view text) {
  text = text.substr(0, 16 * 1024);
  std::string_view above;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_cue_times(line)) {
      CueTimes times = read_times(line);
      bool has_comma = line.substr(0, line.find(arrow)).find(',') != line.npos;
      if (times.start && times.end && (has_comma || is_number(above))) return true;
    }
    above = line;
  }
  return false;
}

std::vector<CueBlock> read_cue_blocks(LineReader& lines, CueIds ids, Diagnostics& diag) {
  std::vector<CueBlock> blocks;
  bool after_blank = true;
  while (lines.next()) {
    std::string_view line = lines.text();
    if (is_cue_times(line)) {
      CueTimes times = read_times(line);
      if (!times.start || !times.end)
        diag.warning("bad-cue-times", lines.span(), "these times cannot be read",
                     "write them as 00:00:05.000 --> 00:00:07.500; the words are kept");
      blocks.push_back({times.start, times.end, lines.span(), {}});
      after_blank = false;
      continue;
    }
    if (ids == CueIds::anything && after_blank && begins_silent_block(line)) {
      while (!trim(lines.peek()).empty()) lines.next();
      continue;
    }
    bool is_blank = trim(line).empty();
    bool can_be_id = is_number(line) || (ids == CueIds::anything && after_blank);
    bool is_id = !is_blank && can_be_id &&
                 (is_cue_times(lines.peek()) || (lines.at_end() && after_blank && is_number(line)));
    if (!is_blank && !is_id) {
      if (blocks.empty()) blocks.emplace_back();
      blocks.back().lines.push_back({line, lines.number()});
    }
    after_blank = is_blank;
  }
  return blocks;
}

}  // namespace kbgen
