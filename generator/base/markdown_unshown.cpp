#include "base/markdown_unshown.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

bool is_name_char(char c) { return is_ascii_alphanumeric(c) || c == '-' || c == '_' || c == ':'; }

// The bytes of the name that begins a text; 0 if there is none.
std::size_t name_length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_name_char) - text.begin());
}

// The bytes of one attribute: ".class", "#id" or "key="value""; 0 if there is none.
std::size_t attribute_length(std::string_view text) {
  if (text.starts_with('.') || text.starts_with('#')) {
    std::size_t length = name_length(text.substr(1));
    return length > 0 ? length + 1 : 0;
  }
  std::size_t length = name_length(text);
  if (length == 0 || text.substr(length, 1) != "=" || length + 1 >= text.size()) return 0;
  char quote = text[length + 1];
  if (quote != '"' && quote != '\'') return 0;
  std::size_t end = text.find(quote, length + 2);
  return end == text.npos ? 0 : end + 1;
}

// The bytes of the list of attributes that begins a line's rest; 0 if there is none.
std::size_t list_length(std::string_view line) {
  if (line.starts_with("{:toc}") || line.starts_with("{:.toc}")) return line.find('}') + 1;
  bool is_of_kramdown = line.starts_with("{:");
  std::size_t at = is_of_kramdown ? 2 : 0;
  for (std::size_t count = 0; at < line.size(); ++count) {
    while (at < line.size() && line[at] == ' ') ++at;
    if (count > 0 && line.substr(at, 1) == "}") return at + 1;
    std::size_t length = attribute_length(line.substr(at));
    if (length == 0) return 0;
    at += length;
  }
  return 0;
}

// Where the id of a heading begins that ends this line; npos if none does.
std::size_t heading_id(std::string_view line) {
  std::string_view text = trim_right(line);
  std::size_t begin = text.rfind("{#");
  if (!text.starts_with('#') || begin == text.npos || !text.ends_with('}')) return text.npos;
  return begin + 3 + name_length(text.substr(begin + 2)) == text.size() ? begin : text.npos;
}

std::string clean_line(std::string_view line) {
  line = line.substr(0, heading_id(line));
  std::string out;
  bool is_code = false;
  for (std::size_t at = 0; at < line.size();) {
    is_code ^= line[at] == '`';
    bool may_begin = !is_code && line[at] == '{' && line.substr(at, 2) == "{:";
    std::size_t length = may_begin ? list_length(line.substr(at)) : 0;
    if (length == 0) out += line[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

bool is_fence(std::string_view line) {
  line = trim_left(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

}  // namespace

std::string without_attributes(std::string_view markdown) {
  bool has_some = markdown.find("{:") != markdown.npos || markdown.find("{#") != markdown.npos;
  if (!has_some) return std::string(markdown);
  std::string out;
  bool is_fenced = false, is_first = true;
  for (std::string_view line : split(markdown, '\n')) {
    if (!std::exchange(is_first, false)) out += '\n';
    is_fenced ^= is_fence(line);
    out += is_fenced ? std::string(line) : clean_line(line);
  }
  return out;
}

bool may_have_footnotes(std::string_view markdown) {
  bool is_defined = false;
  std::size_t end = 0;  // of what looked like a reference last
  for (std::size_t at = markdown.find("[^"); at != markdown.npos;
       at = markdown.find("[^", at + 1)) {
    if (at < end) continue;
    end = markdown.find_first_of("]\n", at);
    if (end == markdown.npos || markdown[end] == '\n') return false;
    if (markdown.substr(end + 1).starts_with(':')) is_defined = true;
  }
  return is_defined;
}

}  // namespace kbgen
