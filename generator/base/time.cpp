#include "base/time.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Takes a number of `least` to `most` digits off the front. Nothing if there are fewer or more.
std::optional<std::int64_t> take_number(std::string_view& text, std::size_t least,
                                        std::size_t most) {
  std::size_t length = 0;
  std::int64_t number = 0;
  while (length < text.size() && length < most && is_digit(text[length]))
    number = number * 10 + (text[length++] - '0');
  if (length < least || (length < text.size() && is_digit(text[length]))) return std::nullopt;
  text.remove_prefix(length);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// The milliseconds of the digits after a decimal point: "250", "25", "2" or "250000".
std::int64_t fraction_ms(std::string_view digits) {
  std::int64_t ms = 0, unit = 100;
  for (char c : digits) {
    ms += (c - '0') * unit;
    unit /= 10;
  }
  return ms;
}

}  // namespace

std::optional<Timecode> parse_timecode(std::string_view text) {
  std::array<std::int64_t, 3> part{};
  std::size_t parts = 0;
  do {
    auto number = parts < 3 ? take_number(text, 1, 9) : std::nullopt;
    if (!number) return std::nullopt;
    part[parts++] = *number;
  } while (take(text, ':'));
  for (std::size_t i = 1; i < parts; ++i)
    if (part[i] > 59) return std::nullopt;

  std::int64_t ms = 0;
  if (take(text, '.') || take(text, ',')) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 0) return std::nullopt;
    ms = fraction_ms(text.substr(0, digits));
    text.remove_prefix(digits);
  }
  if (parts == 1) take(text, 's');
  if (!text.empty()) return std::nullopt;

  std::int64_t seconds = 0;
  for (std::size_t i = 0; i < parts; ++i) seconds = seconds * 60 + part[i];
  Timecode time{seconds * 1000 + ms};
  if (time > longest_recording) return std::nullopt;
  return time;
}

struct Clock {
  std::int64_t hours, minutes, seconds, ms;
};

static Clock clock_of(Timecode time) {
  std::int64_t seconds = time.ms / 1000;
  return {seconds / 3600, seconds / 60 % 60, seconds % 60, time.ms % 1000};
}

std::string format_timecode(Timecode time) {
  Clock c = clock_of(time);
  if (c.hours > 0) return fmt::format("{}:{:02}:{:02}", c.hours, c.minutes, c.seconds);
  return fmt::format("{}:{:02}", c.minutes, c.seconds);
}

std::string format_timecode_vtt(Timecode time) {
  Clock c = clock_of(time);
  return fmt::format("{:02}:{:02}:{:02}.{:03}", c.hours, c.minutes, c.seconds, c.ms);
}

std::string format_timecode_srt(Timecode time) {
  Clock c = clock_of(time);
  return fmt::format("{:02}:{:02}:{:02},{:03}", c.hours, c.minutes, c.seconds, c.ms);
}

std::string format_seconds(Timecode time) {
  if (time.ms % 1000 == 0) return std::to_string(time.ms / 1000);
  std::string out = fmt::format("{}.{:03}", time.ms / 1000, time.ms % 1000);
  while (out.ends_with('0')) out.pop_back();
  return out;
}

std::string format_iso_duration(Timecode time) {
  Clock c = clock_of(time);
  std::string out = "PT";
  if (c.hours > 0) out += fmt::format("{}H", c.hours);
  if (c.minutes > 0) out += fmt::format("{}M", c.minutes);
  if (c.seconds > 0 || out.size() == 2) out += fmt::format("{}S", c.seconds);
  return out;
}

// --- dates -------------------------------------------------------------------

static bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int days_in_month(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

static bool read_clock(std::string_view& text, Date& date) {
  auto hour = take_number(text, 2, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return false;
  auto minute = take_number(text, 2, 2);
  if (!minute || *minute > 59) return false;
  date.hour = static_cast<int>(*hour);
  date.minute = static_cast<int>(*minute);
  if (take(text, ':')) {
    auto second = take_number(text, 2, 2);
    if (!second || *second > 60) return false;
    date.second = static_cast<int>(*second);
    if (take(text, '.') && !take_number(text, 1, 9)) return false;
  }
  return true;
}

static bool read_zone(std::string_view& text, Date& date) {
  while (take(text, ' ')) {
  }
  if (text.empty()) return true;
  if (take(text, 'Z') || take(text, 'z')) {
    date.zone_minutes = 0;
    return text.empty();
  }
  int sign = text[0] == '-' ? -1 : 1;
  if (!take(text, '+') && !take(text, '-')) return false;
  bool has_colon = text.find(':') != text.npos;
  if (!has_colon && text.size() != 2 && text.size() != 4) return false;
  std::string_view hours_text = text.substr(0, 2);
  auto hours = take_number(hours_text, 2, 2);
  if (!hours || *hours > 14) return false;
  text.remove_prefix(2);
  take(text, ':');
  std::int64_t minutes = 0;
  if (!text.empty()) {
    auto number = take_number(text, 2, 2);
    if (!number || *number > 59) return false;
    minutes = *number;
  }
  date.zone_minutes = sign * static_cast<int>(*hours * 60 + minutes);
  return text.empty();
}

std::optional<Date> parse_date(std::string_view text) {
  text = trim(text);
  Date date;
  auto year = take_number(text, 4, 4);
  if (!year || *year == 0) return std::nullopt;
  date.year = static_cast<int>(*year);
  if (text.empty()) return date;

  if (!take(text, '-')) return std::nullopt;
  auto month = take_number(text, 1, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  date.month = static_cast<int>(*month);
  if (text.empty()) return date;

  if (!take(text, '-')) return std::nullopt;
  auto day = take_number(text, 1, 2);
  if (!day || *day < 1 || *day > days_in_month(date.year, date.month)) return std::nullopt;
  date.day = static_cast<int>(*day);
  if (text.empty()) return date;

  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  if (!read_clock(text, date) || !read_zone(text, date)) return std::nullopt;
  return date;
}

// Days since 1970-01-01: days_from_civil of Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms".
static std::int64_t days_from_civil(int year, int month, int day) {
  year -= month <= 2;
  std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  auto year_of_era = static_cast<unsigned>(year - era * 400);
  auto day_of_year =
      static_cast<unsigned>((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1);
  unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

// What dates are ordered by: the earliest moment that a date can mean, in seconds since 1970, then
// how many of its parts are known, so that "2020" comes before "2020-01-01".
static std::pair<std::int64_t, int> sort_key(const Date& date) {
  std::int64_t days = days_from_civil(date.year, std::max(date.month, 1), std::max(date.day, 1));
  std::int64_t seconds = days * 86400;
  if (date.hour >= 0) seconds += date.hour * 3600 + date.minute * 60 + date.second;
  seconds -= date.zone_minutes.value_or(0) * 60;
  return {seconds, (date.month > 0) + (date.day > 0) + (date.hour >= 0)};
}

std::strong_ordering operator<=>(const Date& a, const Date& b) {
  return sort_key(a) <=> sort_key(b);
}

static constexpr std::string_view month_names[] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string_view month_name(int month) { return month_names[month - 1]; }
static constexpr std::string_view day_names[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};

std::string format_date(const Date& date) {
  if (date.month == 0) return std::to_string(date.year);
  std::string_view month = month_names[date.month - 1];
  if (date.day == 0) return fmt::format("{} {}", month, date.year);
  return fmt::format("{} {} {}", date.day, month, date.year);
}

std::string format_date_iso(const Date& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

static std::string format_zone(const Date& date, std::string_view colon) {
  int minutes = date.zone_minutes.value_or(0);
  return fmt::format("{}{:02}{}{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, colon,
                     std::abs(minutes) % 60);
}

std::string format_date_rfc3339(const Date& date) {
  std::string zone = date.zone_minutes.value_or(0) == 0 ? "Z" : format_zone(date, ":");
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", date.year, std::max(date.month, 1),
                     std::max(date.day, 1), std::max(date.hour, 0), date.minute, date.second, zone);
}

std::string format_date_rfc822(const Date& date) {
  int month = std::max(date.month, 1), day = std::max(date.day, 1);
  std::int64_t days = days_from_civil(date.year, month, day);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} {}", day_names[((days % 7) + 7) % 7],
                     day, month_names[month - 1].substr(0, 3), date.year, std::max(date.hour, 0),
                     date.minute, date.second, format_zone(date, ""));
}

}  // namespace kbgen
