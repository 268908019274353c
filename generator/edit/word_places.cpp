#include "edit/word_places.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/html.h"
#include "base/text.h"
#include "formats/joining.h"

namespace kbgen {

namespace {

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Reads the four hexadecimal digits of "\u00e9" behind the 'u'; -1 if they are none.
int code_unit(std::string_view digits) {
  int unit = 0;
  digits = digits.substr(0, 4);
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  bool is_whole = error == std::errc() && digits.size() == 4 && end == digits.data() + 4;
  return is_whole ? unit : -1;
}

// Reads what a backslash at the beginning of `rest` escapes and takes it off; "" if nothing.
std::string take_escape(std::string_view& rest) {
  if (rest.size() < 2) return "";
  std::string out;
  if (rest[1] != 'u') {
    bool is_sign = rest[1] > ' ' && !is_ascii_alphanumeric(rest[1]) && rest[1] < 0x7F;
    if (!is_sign) return "";
    out = rest[1];
    rest.remove_prefix(2);
    return out;
  }
  int unit = code_unit(rest.substr(2));
  if (unit < 0) return "";
  rest.remove_prefix(6);
  bool is_first_half = unit >= 0xD800 && unit < 0xDC00;
  if (is_first_half && rest.starts_with("\\u")) {
    int second = code_unit(rest.substr(2));
    if (second < 0xDC00 || second >= 0xE000) return "";
    unit = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
    rest.remove_prefix(6);
  }
  append_utf8(out, static_cast<char32_t>(unit));
  return out;
}

// Takes one character off `rest`, as the file may mean it, if `wanted` begins with that, and takes
// it off `wanted`, too.
bool take_character(std::string_view& rest, std::string_view& wanted) {
  std::string_view after = rest;
  std::string meant;
  if (rest[0] == '\\' && !(meant = take_escape(after)).empty() && wanted.starts_with(meant)) {
    rest = after;
    wanted.remove_prefix(meant.size());
    return true;
  }
  meant.clear();
  after = rest;
  if (rest[0] == '&' && take_character_reference(after, meant) && !meant.empty() &&
      wanted.starts_with(meant)) {
    rest = after;
    wanted.remove_prefix(meant.size());
    return true;
  }
  if (rest[0] != wanted[0]) return false;
  bool is_doubled = (rest[0] == '"' || rest[0] == '\'') && rest.size() > 1 && rest[1] == rest[0] &&
                    !(wanted.size() > 1 && wanted[1] == wanted[0]);
  rest.remove_prefix(is_doubled ? 2 : 1);
  wanted.remove_prefix(1);
  return true;
}

// How many bytes at the beginning of `rest` are the wanted words; 0 if they are others.
std::size_t length_of_match(std::string_view rest, std::string_view wanted) {
  std::string_view whole = rest;
  while (!wanted.empty()) {
    if (rest.empty()) return 0;
    if (wanted[0] != ' ') {
      if (!take_character(rest, wanted)) return 0;
      continue;
    }
    std::size_t end = 0;
    while (end < rest.size() && is_white(rest[end])) ++end;
    if (end == 0) return 0;
    rest.remove_prefix(end);
    wanted.remove_prefix(1);
  }
  return whole.size() - rest.size();
}

char32_t character_before(std::string_view bytes, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(bytes[begin]) & 0xC0) == 0x80) --begin;
  return next_code_point(bytes, begin);
}

// Whether no word goes on beyond the place. Words of scripts without spaces always do.
bool is_whole_word(std::string_view bytes, std::size_t begin, std::size_t end) {
  std::string_view place = bytes.substr(begin, end - begin);
  std::size_t first = 0;
  bool is_escaped = begin > 1 && bytes[begin - 2] == '\\';  // the 'n' of "\nword"
  if (begin > 0 && !is_escaped && is_word_char(next_code_point(place, first)) &&
      is_word_char(character_before(bytes, begin)) &&
      !joins_without_space(bytes.substr(0, begin), place))
    return false;
  std::size_t next = end;
  return end == bytes.size() || !is_word_char(character_before(bytes, end)) ||
         !is_word_char(next_code_point(bytes, next)) ||
         joins_without_space(place, bytes.substr(end));
}

}  // namespace

std::vector<TextRange> places_of(std::string_view words, std::string_view bytes) {
  std::vector<TextRange> places;
  if (words.empty()) return places;
  const char starts[] = {words[0], '\\', '&'};
  const std::string_view first(starts, 3);
  for (std::size_t at = 0; (at = bytes.find_first_of(first, at)) != bytes.npos;) {
    std::size_t length = length_of_match(bytes.substr(at), words);
    if (length > 0 && is_whole_word(bytes, at, at + length)) {
      places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
      at += length;
    } else {
      ++at;
    }
  }
  return places;
}

std::vector<std::string> ways_to_write(std::string_view words) {
  std::string json, markdown;
  for (char c : words) {
    if (c == '"' || c == '\\') json += '\\';
    if (std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos) markdown += '\\';
    json += c;
    markdown += c;
  }
  std::vector<std::string> ways{std::string(words),
                                json,
                                replace_all(words, "'", "''"),
                                replace_all(words, "\"", "\"\""),
                                markdown,
                                escape_html(words)};
  std::vector<std::string> different;
  for (std::string& way : ways)
    if (std::find(different.begin(), different.end(), way) == different.end())
      different.push_back(std::move(way));
  return different;
}

}  // namespace kbgen
