#include "start/generator_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/ascii.h"
#include "base/disk.h"
#include "base/loose_date.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The number of the day in its year, from 1.
int day_of_year(const Date& date) {
  using namespace std::chrono;
  sys_days first = year(date.year) / January / 1;
  sys_days day = year(date.year) / date.month / date.day;
  return static_cast<int>((day - first).count()) + 1;
}

// What stands for a placeholder; nothing if it is unknown or has no value here. Jekyll and Hugo
// share most of the names.
std::optional<std::string> value_of(std::string_view name, const AddressParts& parts) {
  if (name == "title") return parts.title;
  if (name == "slug" || name == "slugorfilename" || name == "slugorcontentbasename")
    return parts.slug;
  if (name == "name" || name == "filename" || name == "contentbasename") return parts.name;
  if (name == "path") return parts.path;
  if (name == "collection" || name == "section" || name == "sections") return parts.section;
  if (name == "categories") return parts.categories;
  if (name == "output_ext") return ".html";
  bool is_whole_day = parts.date && parts.date->month > 0 && parts.date->day > 0;
  if (!is_whole_day) return std::nullopt;
  const Date& date = *parts.date;
  if (name == "year") return fmt::format("{:04}", date.year);
  if (name == "short_year") return fmt::format("{:02}", date.year % 100);
  if (name == "month") return fmt::format("{:02}", date.month);
  if (name == "i_month") return std::to_string(date.month);
  if (name == "monthname") return lower_ascii(month_name(date.month));
  if (name == "day") return fmt::format("{:02}", date.day);
  if (name == "i_day") return std::to_string(date.day);
  if (name == "y_day") return fmt::format("{:03}", day_of_year(date));
  if (name == "yearday") return std::to_string(day_of_year(date));
  return std::nullopt;
}

bool is_of_placeholder(char c) { return is_ascii_letter(c) || c == '_'; }

}  // namespace

bool has_any(const std::string& folder, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(
      names, [&](std::string_view name) { return exists(join_path(folder, name)); });
}

bool has_words(const std::string& folder, std::string_view file, std::string_view words) {
  ReadResult read = try_to_read(join_path(folder, file));
  return read.bytes && lower_ascii(*read.bytes).find(words) != std::string::npos;
}

bool has_part(std::string_view path, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(split(path, '/'), [&](std::string_view part) {
    return std::ranges::find(names, part) != names.end();
  });
}

bool has_hidden_part(std::string_view path) {
  return std::ranges::any_of(split(path, '/'),
                             [](std::string_view part) { return part.starts_with('_'); });
}

std::string without_extension(std::string_view path) {
  return std::string(path.substr(0, path.size() - file_extension(path).size()));
}

std::string path_without_index(std::string_view path) {
  std::string at = without_extension(path);
  std::string stem = file_name(at);
  return stem == "index" || stem == "_index" ? parent_path(at) : at;
}

std::string without_date(std::string_view name, std::optional<Date>& date) {
  constexpr std::size_t length = std::string_view("2019-12-19").size();
  if (name.size() <= length + 1 || (name[length] != '-' && name[length] != '_'))
    return std::string(name);
  std::optional<Date> day = parse_date(name.substr(0, length));
  if (!day || day->day == 0) return std::string(name);
  date = day;
  return std::string(name.substr(length + 1));
}

std::string without_number(std::string_view name) {
  std::size_t digits = 0;
  while (digits < name.size() && is_digit(name[digits])) ++digits;
  std::size_t begin = name.find_first_not_of("-_. ", digits);
  bool is_numbered = digits > 0 && begin != name.npos && begin > digits;
  return std::string(is_numbered ? name.substr(begin) : name);
}

std::string text_of(const Yaml& map, std::string_view key) {
  const Yaml* value = map.find(key);
  return value && value->is_scalar() ? std::string(trim(value->text)) : "";
}

std::optional<Date> date_of(const ForeignPage& page) {
  for (const char* key : {"date", "publishDate", "pubDate", "published_at"})
    if (std::optional<Date> date = parse_loose_date(text_of(page.front_matter, key))) return date;
  std::optional<Date> date;
  const std::string path = without_extension(page.path);
  for (std::string_view part : split(path, '/')) without_date(part, date);
  return date;
}

std::string clean_address(std::string_view path) {
  std::string clean;
  for (std::string_view part : split(path, '/'))
    if (!part.empty()) clean += "/" + std::string(part);
  return clean.empty() || path.ends_with('/') ? clean + "/" : clean;
}

std::string address_by_pattern(std::string_view pattern, const AddressParts& parts) {
  std::string path;
  if (pattern.empty()) return path;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != ':') {
      path += pattern[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < pattern.size() && is_of_placeholder(pattern[end])) ++end;
    std::optional<std::string> value = value_of(pattern.substr(at + 1, end - at - 1), parts);
    if (!value) return "";
    path += *value;
    at = end;
  }
  return clean_address(path);
}

}  // namespace kbgen
