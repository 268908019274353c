// Values of another program's front matter that are times: days, lengths of recordings, chapters.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/ascii.h"
#include "base/loose_date.h"
#include "base/text.h"
#include "base/time.h"
#include "content/foreign_made.h"
#include "content/foreign_values.h"

namespace kbgen::foreign {

namespace {

// No recording is longer: such a number is the size of a file.
constexpr long longest = 48L * 3600;

// A bare number below it may be minutes as well as seconds.
constexpr long shortest_bare = 300;

// Takes a whole number from the front of the text, without the fraction behind it; -1 if there is
// none.
long take_number(std::string_view& text) {
  long number = -1;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return -1;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.size() > 1 && text.front() == '.' && is_digit(text[1]))
    text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  return number;
}

// The seconds of "1:02:03" and of "00:37:4", which is not quite a timecode; -1 for other text.
long seconds_by_colons(std::string_view text) {
  long seconds = 0;
  std::size_t parts = 0;
  for (std::string_view part : split(text, ':')) {
    long number = take_number(part);
    if (number < 0 || !part.empty()) return -1;
    seconds = seconds * 60 + number;
    ++parts;
  }
  return parts == 2 || parts == 3 ? seconds : -1;
}

// The seconds of "PT25M48S", "1h 2m", "45 min" and "1 hour and 5 minutes"; -1 for other text.
long seconds_by_units(std::string_view text) {
  if (text.starts_with("pt")) text.remove_prefix(2);
  long seconds = -1;
  while (true) {
    while (text.starts_with(' ') || text.starts_with(',')) text.remove_prefix(1);
    if (text.starts_with("and ")) text.remove_prefix(4);
    if (text.empty()) return seconds;
    long number = take_number(text);
    text = trim_left(text);
    std::size_t end = std::min(text.find_first_not_of("hourminutesc"), text.size());
    std::string_view unit = text.substr(0, end);
    text.remove_prefix(end);
    while (text.starts_with('.')) text.remove_prefix(1);
    long length = unit.starts_with('h')   ? 3600
                  : unit.starts_with('m') ? 60
                  : unit.starts_with('s') ? 1
                                          : 0;
    if (unit.starts_with("pt") || number < 0 || number > longest || length == 0) return -1;
    // "1h2m": the letters of a unit end where a digit begins, those of words where they end.
    seconds = std::max(seconds, 0L) + number * length;
  }
}

long seconds_of(std::string_view text) {
  if (text.find(':') != text.npos) return seconds_by_colons(text);
  std::string_view rest = text;
  long bare = take_number(rest);
  if (rest.empty()) return bare < shortest_bare ? -1 : bare;
  return seconds_by_units(text);
}

// A chapter with its beginning and its title; null if one of them is missing.
Yaml chapter(const Yaml* start, std::string_view title, Span span) {
  title = trim(title);
  Yaml made;
  if (!start || !start->is_scalar() || !parse_timecode(trim(start->text)) || title.empty())
    return made;
  made = map_of("start", scalar(std::string(trim(start->text)), start->span));
  made.members.push_back({"title", span, scalar(std::string(title), span)});
  return made;
}

// The chapter of the line "00:03:21.500 The mill", "(3:21) The mill" or "3:21 - The mill".
Yaml chapter_of_line(std::string_view line, Span span) {
  line = trim(line);
  while (!line.empty() && std::string_view("([*- ").find(line.front()) != line.npos)
    line.remove_prefix(1);
  std::size_t end = std::min(line.find_first_not_of("0123456789:."), line.size());
  Yaml start = scalar(std::string(line.substr(0, end)), span);
  std::string_view title = line.substr(end);
  std::size_t begin = title.find_first_not_of(")]:|-–— \t");
  if (start.text.find(':') == std::string::npos || begin == title.npos) return {};
  return chapter(&start, title.substr(begin), span);
}

Yaml chapter_of(const Yaml& item) {
  if (item.is_scalar()) return chapter_of_line(item.text, item.span);
  if (item.is_map()) {
    const Yaml* title = first_of(item, {"title", "name", "label", "text", "chapter"});
    const Yaml* start = first_of(item, {"start", "time", "timestamp", "startTime", "start_time",
                                        "timecode", "at", "offset"});
    return chapter(start, title && title->is_scalar() ? title->text : "", item.span);
  }
  if (item.items.size() != 2 || !item.items[0].is_scalar() || !item.items[1].is_scalar()) return {};
  bool is_time_first = parse_timecode(trim(item.items[0].text)).has_value();
  const Yaml &start = item.items[is_time_first ? 0 : 1], &title = item.items[is_time_first ? 1 : 0];
  return chapter(&start, title.text, item.span);
}

}  // namespace

Yaml date(const Yaml& value, const RecordSource& source) {
  if (value.is_list() && value.items.size() == 1) return date(value.items.front(), source);
  if (const Yaml* day = first_of(value, {"created", "published", "date"}))
    return date(*day, source);
  if (!value.is_scalar()) return {};
  // Java adds the zone's name once more: "2018-12-18T20:00:00Z[GMT]".
  std::string written(trim(value.text.substr(0, value.text.find('['))));
  if (parse_date(written)) return scalar(std::move(written), value.span);
  std::optional<Date> day = parse_loose_date(written);
  return day ? scalar(format_date_iso(*day), value.span) : Yaml();
}

Yaml duration(const Yaml& value, const RecordSource&) {
  if (!value.is_scalar()) return {};
  long seconds = seconds_of(lower_ascii(trim(value.text)));
  if (seconds <= 0 || seconds > longest) return {};
  return scalar(fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60),
                value.span);
}

Yaml chapters(const Yaml& value, const RecordSource&) {
  Yaml list;
  list.span = value.span;
  auto add = [&](Yaml made) {
    if (!made.is_null()) list.items.push_back(std::move(made));
  };
  for (const Yaml& item : value.items) add(chapter_of(item));
  for (const YamlMember& member : value.members)
    if (member.value.is_scalar())
      add(chapter_of_line(member.key + " " + member.value.text, member.value.span));
  if (value.is_scalar())
    for (std::string_view line : split(value.text, '\n')) add(chapter_of_line(line, value.span));
  if (list.items.empty()) return list;
  list.kind = Yaml::Kind::list;
  return list;
}

}  // namespace kbgen::foreign
