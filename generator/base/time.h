// Times in a recording, and dates of any precision: how they are read, compared and written.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// A time in a recording, or the length of one, in whole milliseconds.
struct Timecode {
  std::int64_t ms = 0;
  std::int64_t seconds() const { return ms / 1000; }  // rounded down
  friend auto operator<=>(const Timecode&, const Timecode&) = default;
};

// The largest time that any reader accepts: a thousand hours.
inline constexpr Timecode longest_recording{1000LL * 3600 * 1000};

// Reads a time such as "1:02:03", "62:03", "0:45", "00:00:45.250", "00:00:45,250", "45.25s" or
// "45". Minutes or seconds may be above 59 only if they are the first part. Nothing if the text is
// anything else, or has something before or after the time.
std::optional<Timecode> parse_timecode(std::string_view text);

std::string format_timecode(Timecode time);      // 1:02:03, 4:51, 0:07
std::string format_timecode_vtt(Timecode time);  // 01:02:03.000
std::string format_timecode_srt(Timecode time);  // 01:02:03,000
std::string format_seconds(Timecode time);       // 3723, 3723.25: the shortest decimal
std::string format_iso_duration(Timecode time);  // PT1H2M3S; fractions of seconds are dropped

// A date that is as precise as the author wrote it. If the month is 0, only the year is known.
struct Date {
  int year = 0;
  int month = 0;                          // 1 to 12, 0 unknown
  int day = 0;                            // 1 to 31, 0 unknown
  int hour = -1, minute = 0, second = 0;  // hour -1: no time of day
  std::optional<int> zone_minutes;        // east of UTC

  // In order of time. A date with unknown parts counts as the earliest moment that it can mean, and
  // comes before a more precise date of the same moment.
  friend std::strong_ordering operator<=>(const Date& a, const Date& b);
  friend bool operator==(const Date& a, const Date& b) = default;
};

// Reads 2020, 2020-03, 2020-03-01 or 2020-03-01T15:14[:46[.123]][Z|+05:30], where a space may stand
// for the T. Nothing if the text is none of these, or if there is no such day.
std::optional<Date> parse_date(std::string_view text);

std::string_view month_name(int month);             // 3: March
std::string format_date(const Date& date);          // 1 March 2020, March 2020, 2020
std::string format_date_iso(const Date& date);      // 2020-03-01, 2020-03, 2020; never a time
std::string format_date_rfc3339(const Date& date);  // 2020-01-01T00:00:00Z for 2020
std::string format_date_rfc822(const Date& date);   // for RSS: Sun, 01 Mar 2020 00:00:00 +0000

}  // namespace kbgen
