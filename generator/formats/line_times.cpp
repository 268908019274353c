#include "formats/line_times.h"

#include "base/ascii.h"
#include "base/text.h"
#include "formats/guard.h"

namespace kbgen {

static bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

// How many bytes of a timecode of film stand before its frames: of "01:02:03:12", and of
// "01:02:03;12", as those of dropped frames are written, the first eight. All of other texts.
static std::size_t length_without_frames(std::string_view text) {
  constexpr std::string_view like = "00:00:00:00";
  if (text.size() != like.size()) return text.size();
  for (std::size_t i = 0; i < like.size(); ++i) {
    bool fits = like[i] == '0' ? is_digit(text[i])
                               : text[i] == ':' || (text[i] == ';' && i + 3 == like.size());
    if (!fits) return text.size();
  }
  return text.rfind(text[8]);
}

std::optional<Timecode> read_clock(std::string_view text) {
  if (text.find(':') == text.npos) return std::nullopt;
  // How many frames a second has is not told, so that they cannot be counted in.
  return parse_timecode(text.substr(0, length_without_frames(text)));
}

std::size_t clock_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_digit(text[length]) || text[length] == ':')) ++length;
  if (length == 8 && length + 2 < text.size() && text[length] == ';' &&
      length_without_frames(text.substr(0, length + 3)) == length)
    return length + 3;
  if (length + 1 < text.size() && (text[length] == '.' || text[length] == ',') &&
      is_digit(text[length + 1]))
    for (++length; length < text.size() && is_digit(text[length]);) ++length;
  return length;
}

std::optional<TimeRange> take_times(std::string_view& text) {
  std::string_view rest = text;
  std::size_t length = clock_length(rest);
  auto start = read_clock(rest.substr(0, length));
  if (!start) return std::nullopt;
  rest.remove_prefix(length);
  TimeRange times{*start, std::nullopt};
  text = rest;
  rest = trim_left(rest);
  bool is_range = false;
  for (std::string_view sign : {"-->", "->", "-", "\u2013", "\u2014", "\u2192", "to "})
    if (!is_range) is_range = take(rest, sign);
  if (!is_range) return times;
  rest = trim_left(rest);
  length = clock_length(rest);
  times.end = read_clock(rest.substr(0, length));
  if (times.end) text = rest.substr(length);
  return times;
}

std::optional<TimeRange> take_bracketed_times(std::string_view& text) {
  std::string_view rest = text;
  take(rest, "\\");
  char close = 0;
  bool is_link = rest.starts_with("[(");
  if (is_link) rest.remove_prefix(1);
  if (take(rest, "["))
    close = ']';
  else if (take(rest, "("))
    close = ')';
  else
    return std::nullopt;
  take(rest, "@");
  auto times = take_times(rest);
  if (!times) return std::nullopt;
  take(rest, "\\");
  if (!take(rest, {&close, 1})) return std::nullopt;
  if (is_link && !take(rest, "]")) return std::nullopt;
  if (is_link || (close == ']' && rest.starts_with("(http"))) {
    std::size_t end = rest.starts_with('(') ? rest.find(')') : rest.npos;
    if (end == rest.npos) return std::nullopt;
    rest.remove_prefix(end + 1);
  }
  text = rest;
  return times;
}

std::optional<TimedLine> read_timed_line(std::string_view line) {
  if (line.starts_with(guard)) return std::nullopt;
  std::string_view rest = trim(line);
  if (rest.empty() || !(is_digit(rest[0]) || rest[0] == '[' || rest[0] == '(' || rest[0] == '\\'))
    return std::nullopt;
  bool in_brackets = !is_digit(rest[0]);
  auto times = in_brackets ? take_bracketed_times(rest) : take_times(rest);
  if (!times) return std::nullopt;
  if (take(rest, ":")) in_brackets = true;
  if (!rest.empty() && trim_left(rest).size() == rest.size() && !in_brackets) return std::nullopt;
  rest = trim(rest);
  if (take(rest, "- ") || take(rest, "\u2013 ")) rest = trim(rest);
  return TimedLine{times->start, times->end, rest, in_brackets};
}

}  // namespace kbgen
