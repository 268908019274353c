// Times of a recording as transcripts write them into a line: bare, in brackets,
// as ranges and as links.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace kbgen {

// Reads a time that has a colon, so that "45" and "3.5" stay words. Nothing may
// stand before or after it, but for the frames of film ("01:02:03:12"), which are passed over.
std::optional<Timecode> read_clock(std::string_view text);

// How many bytes at the front of `text` could belong to a time: digits, colons,
// and a fraction behind '.' or ','.
std::size_t clock_length(std::string_view text);

struct TimeRange {
  Timecode start;
  std::optional<Timecode> end;
  bool is_of_day = false;  // what a clock showed: since midnight, not since the recording began
};

// Takes "0:13" or a range, "0:13 --> 0:45" or "0:13–0:45", off the front of `text`; also
// "1h02m03s", and times of a day: "2020-03-01 10:00:13", "01/03/20, 10:00", "10:00 PM". Where there
// is none, `text` stays as it is.
std::optional<TimeRange> take_times(std::string_view& text);

// The bracket that closes one of "[", "(", "{" and "<"; 0 for any other letter.
char closing_bracket(char open);

// Takes a time in brackets off the front of `text`: "[0:13]", "(@0:13)", "{0:13}", "<0:13>",
// "[0:13 --> 0:45]", "\[0:13\]" or a link, "[(0:13)](https://…)". Where there is
// none, `text` stays as it is.
std::optional<TimeRange> take_bracketed_times(std::string_view& text);

// A line that begins with a time: "0:01 text", "[0:01] text", "(0:01:02.5): text",
// "[0:01 --> 0:04] text".
struct TimedLine {
  Timecode start;
  std::optional<Timecode> end;
  std::string_view text;
  bool in_brackets = false;
  bool is_of_day = false;  // TimeRange::is_of_day
};
std::optional<TimedLine> read_timed_line(std::string_view line);

// Makes times of a day to times of the recording, which begins with the first of them. Times of a
// recording stay as they are.
class DayClock {
 public:
  void count(Timecode& start, std::optional<Timecode>& end, bool is_of_day);

 private:
  std::optional<Timecode> first_;
};

}  // namespace kbgen
