#include "formats/line_times.h"

#include <charconv>

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
  while (length > 0 && text[length - 1] == ':') --length;  // it parts the time from what follows
  if (length == 8 && length + 2 < text.size() && text[length] == ';' &&
      length_without_frames(text.substr(0, length + 3)) == length)
    return length + 3;
  if (length + 1 < text.size() && (text[length] == '.' || text[length] == ',') &&
      is_digit(text[length + 1]))
    for (++length; length < text.size() && is_digit(text[length]);) ++length;
  return length;
}

// Takes one to `most` digits.
static bool take_digits(std::string_view& text, std::size_t most) {
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) ++length;
  if (length == 0 || length > most) return false;
  text.remove_prefix(length);
  return true;
}

// Takes a day and what parts it from a time: "2020-03-01 ", "2020-03-01T", "1/3/20, ", "01.03.2020
// ".
static bool take_day(std::string_view& text) {
  std::string_view rest = text;
  if (!take_digits(rest, 4) || rest.empty()) return false;
  const std::string_view sign = rest.substr(0, 1);
  if (sign != "-" && sign != "/" && sign != ".") return false;
  if (!take(rest, sign) || !take_digits(rest, 2) || !take(rest, sign) || !take_digits(rest, 4))
    return false;
  take(rest, ",");
  if (!take(rest, " ") && !take(rest, "T")) return false;
  text = rest;
  return true;
}

// Takes "1h02m03s" or "4m 5s": two units at least, so that "5m" stays a word.
static std::optional<Timecode> take_units(std::string_view& text) {
  struct Unit {
    char sign;
    std::int64_t seconds;
  };
  std::string_view rest = text;
  std::int64_t seconds = 0;
  int units = 0;
  for (Unit unit : {Unit{'h', 3600}, Unit{'m', 60}, Unit{'s', 1}}) {
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    auto digits = static_cast<std::size_t>(end - rest.data());
    bool is_number = error == std::errc() && is_digit(rest[0]) && digits <= 3;
    if (!is_number || !rest.substr(digits).starts_with(unit.sign)) continue;
    seconds += number * unit.seconds;
    rest.remove_prefix(digits + 1);
    if (++units < 3 && rest.size() > 1 && rest[0] == ' ' && is_digit(rest[1])) take(rest, " ");
  }
  if (units < 2) return std::nullopt;
  text = rest;
  return Timecode{seconds * 1000};
}

// Takes a time of a day, with its day in front of it or with AM or PM behind it.
static std::optional<Timecode> take_time_of_day(std::string_view& text) {
  constexpr std::int64_t hour = 3'600'000, half_day = 12 * hour;  // milliseconds
  std::string_view rest = text;
  const bool has_day = take_day(rest);
  const std::string_view clock = rest.substr(0, clock_length(rest));
  auto time = read_clock(clock);
  if (!time) return std::nullopt;
  rest.remove_prefix(clock.size());
  // "10:03" is of hours and minutes here.
  if (clock.find(':') == clock.rfind(':')) time->ms *= 60;
  bool has_half = false;
  std::string_view half = trim_left(rest).substr(0, 2);
  for (std::string_view known : {"AM", "PM", "am", "pm"}) {
    if (half != known) continue;
    std::string_view behind = trim_left(rest).substr(2);
    if (!behind.empty() && is_ascii_alphanumeric(behind[0])) continue;
    has_half = true;
    rest = behind;
    time->ms = time->ms % half_day + (known[0] == 'P' || known[0] == 'p' ? half_day : 0);
  }
  if (!has_day && !has_half) return std::nullopt;
  take(rest, "Z");
  text = rest;
  return time;
}

static std::optional<Timecode> take_clock(std::string_view& text) {
  std::size_t length = clock_length(text);
  auto time = read_clock(text.substr(0, length));
  if (time) text.remove_prefix(length);
  return time;
}

std::optional<TimeRange> take_times(std::string_view& text) {
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  std::string_view rest = text;
  if (auto time = take_time_of_day(rest)) {
    text = rest;
    return TimeRange{*time, std::nullopt, true};
  }
  auto start = take_clock(rest);
  if (!start) start = take_units(rest);
  if (!start) return std::nullopt;
  TimeRange times{*start, std::nullopt};
  text = rest;
  rest = trim_left(rest);
  bool is_range = false;
  for (std::string_view sign : {"-->", "->", "-", "\u2013", "\u2014", "\u2192", "to "})
    if (!is_range) is_range = take(rest, sign);
  if (!is_range) return times;
  rest = trim_left(rest);
  times.end = take_clock(rest);
  if (!times.end) times.end = take_units(rest);
  if (times.end) text = rest;
  return times;
}

char closing_bracket(char open) {
  constexpr std::string_view pairs = "[](){}<>";
  std::size_t at = pairs.find(open);
  return at != pairs.npos && at % 2 == 0 ? pairs[at + 1] : '\0';
}

std::optional<TimeRange> take_bracketed_times(std::string_view& text) {
  std::string_view rest = text;
  take(rest, "\\");
  bool is_link = rest.starts_with("[(");
  if (is_link) rest.remove_prefix(1);
  const char close = rest.empty() ? '\0' : closing_bracket(rest[0]);
  if (!close) return std::nullopt;
  rest.remove_prefix(1);
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
  if (rest.empty() ||
      !(is_digit(rest[0]) || std::string_view("[({<\\").find(rest[0]) != std::string_view::npos))
    return std::nullopt;
  bool in_brackets = !is_digit(rest[0]);
  auto times = in_brackets ? take_bracketed_times(rest) : take_times(rest);
  if (!times) return std::nullopt;
  if (take(rest, ":")) in_brackets = true;
  if (!rest.empty() && trim_left(rest).size() == rest.size() && !in_brackets) return std::nullopt;
  rest = trim(rest);
  if (take(rest, "- ") || take(rest, "\u2013 ")) rest = trim(rest);
  return TimedLine{times->start, times->end, rest, in_brackets, times->is_of_day};
}

void DayClock::count(Timecode& start, std::optional<Timecode>& end, bool is_of_day) {
  constexpr std::int64_t day = 24LL * 3'600'000;  // milliseconds
  if (!is_of_day) return;
  if (!first_) first_ = start;
  // A recording may go on behind midnight.
  auto in_recording = [&](Timecode time) {
    return Timecode{time.ms - first_->ms + (time < *first_ ? day : 0)};
  };
  start = in_recording(start);
  if (end) end = in_recording(*end);
}

}  // namespace kbgen
