#include "formats/cue_blocks.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/guard.h"
#include "formats/line_times.h"

namespace kbgen {

namespace {

struct Arrow {
  std::size_t at = std::string_view::npos, length = 0;
};

// The arrow between the times of a cue. Programs that convert files write odd ones; those
// count only behind a digit, because words may have arrows, too.
Arrow find_arrow(std::string_view line) {
  std::size_t at = line.find("-->");
  if (at != line.npos) return {at, 3};
  if (line.empty() || !is_digit(line[0])) return {};
  for (std::string_view odd : {"--&gt;", "->", "\u2192", "\u2013>", "\u2014>", "=>", "-- >"})
    if (at = line.find(odd); at != line.npos && at < 24) return {at, odd.size()};
  return {};
}

struct CueTimes {
  std::optional<Timecode> start, end;
};

// Reads a time as converters spell it: "00:00:01,000", "00: 00: 01, 000", "00:00:01:500",
// "00:00:01;500", "00:00:01，000", "00:00:01:12" with frames.
std::optional<Timecode> read_cue_time(std::string_view text) {
  if (auto time = parse_timecode(trim(text))) return time;
  if (auto time = read_clock(trim(text))) return time;
  std::string plain = replace_all(text, "\uFF0C", ",");
  std::erase(plain, ' ');
  std::ranges::replace(plain, ';', ',');
  // The fourth part, if it has three digits, is milliseconds.
  std::size_t last = plain.rfind(':');
  if (std::ranges::count(plain, ':') == 3 && plain.size() - last == 4) plain[last] = ',';
  return parse_timecode(plain);
}

// The time behind the arrow, without the settings of the cue.
std::optional<Timecode> read_end(std::string_view rest) {
  rest = trim(rest);
  if (auto time = parse_timecode(rest.substr(0, rest.find_first_of(" \t")))) return time;
  constexpr std::string_view of_times = "0123456789:,.; ";
  std::size_t end = std::min(rest.find_first_not_of(of_times), rest.size());
  return read_cue_time(rest.substr(0, end));
}

CueTimes read_times(std::string_view line) {
  Arrow arrow = find_arrow(line);
  return {read_cue_time(line.substr(0, arrow.at)), read_end(line.substr(arrow.at + arrow.length))};
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
  if (line.starts_with(guard)) return false;
  Arrow arrow = find_arrow(line);
  if (arrow.at == line.npos) return false;
  CueTimes times = read_times(line);
  if (arrow.length != 3 || line.substr(arrow.at, 3) != "-->") return times.start && times.end;
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
      bool has_comma = line.substr(0, find_arrow(line).at).find(',') != line.npos;
      if (times.start && times.end && (has_comma || is_number(above))) return true;
    }
    above = line;
  }
  return false;
}

namespace {

// Tells the numbers of cues from words that are numbers. Where a program put a blank line
// behind every line, a number may stand some lines above its times.
class Numbers {
 public:
  // Whether a line is the number of the cue that follows.
  bool is_next(std::string_view line, const LineReader& lines, bool is_first) {
    if (!is_number(line)) return false;
    std::size_t blanks = 0;
    LineReader ahead = lines;
    while (ahead.next() && trim(ahead.text()).empty()) ++blanks;
    if (!is_cue_times(ahead.text())) return false;
    auto number = value_of(line);
    bool is_due = number && (latest_ ? *number == *latest_ + 1 : is_first);
    if (blanks > 0 && (!is_due || blanks > most_blanks)) return false;
    latest_ = number;
    return true;
  }

 private:
  static constexpr std::size_t most_blanks = 4;

  static std::optional<std::uint64_t> value_of(std::string_view line) {
    auto time = parse_timecode(trim(line));
    return time ? std::optional(static_cast<std::uint64_t>(time->seconds())) : std::nullopt;
  }

  std::optional<std::uint64_t> latest_;
};

}  // namespace

std::vector<CueBlock> read_cue_blocks(LineReader& lines, CueIds ids, Diagnostics& diag) {
  std::vector<CueBlock> blocks;
  bool after_blank = true;
  Numbers numbers;
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
    bool is_last = lines.at_end() && after_blank && is_number(line);
    bool is_name = ids == CueIds::anything && after_blank && is_cue_times(lines.peek());
    bool is_id = !is_blank && (is_name || is_last || numbers.is_next(line, lines, blocks.empty()));
    if (!is_blank && !is_id) {
      if (blocks.empty()) blocks.emplace_back();
      blocks.back().lines.push_back({line, lines.number()});
    }
    after_blank = is_blank;
  }
  return blocks;
}

}  // namespace kbgen
