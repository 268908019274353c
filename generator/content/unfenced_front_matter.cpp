#include "content/unfenced_front_matter.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The length of the key that a line begins with, without its colon; 0 if it begins with none.
std::size_t length_of_key(std::string_view line) {
  constexpr std::size_t longest = 30;
  std::size_t end = 0;
  while (end < line.size() &&
         (is_ascii_alphanumeric(line[end]) || line[end] == '_' || line[end] == '-'))
    ++end;
  bool is_key = end > 0 && end <= longest && is_ascii_letter(line.front()) && end < line.size() &&
                line[end] == ':' && (end + 1 == line.size() || line[end + 1] == ' ');
  return is_key ? end : 0;
}

std::string_view without_quotes(std::string_view text) {
  bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                   text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

YamlMember member_of(std::string_view line, std::size_t key, Span where) {
  YamlMember member;
  member.key = line.substr(0, key);
  member.key_span = where;
  member.value.kind = Yaml::Kind::scalar;
  member.value.text = without_quotes(trim(line.substr(key + 1)));
  member.value.span = where;
  return member;
}

}  // namespace

std::optional<UnfencedFrontMatter> find_unfenced_front_matter(const SourceFile& file) {
  UnfencedFrontMatter found;
  found.fields.kind = Yaml::Kind::map;
  found.body = {&file, static_cast<std::uint32_t>(file.text.size()),
                static_cast<std::uint32_t>(file.text.size())};
  bool is_told = false;
  for (LineReader lines(file); lines.next();) {
    std::string_view line = trim_right(lines.text());
    if (line.empty() || line == "---") {
      found.body.begin = std::min(lines.span().end + 1, found.body.end);
      break;
    }
    std::vector<YamlMember>& members = found.fields.members;
    if (std::size_t key = length_of_key(line)) {
      members.push_back(member_of(line, key, lines.span()));
      std::string name = lower_ascii(members.back().key);
      is_told |= name == "title" || name == "date";
    } else if (line.starts_with(' ') && !members.empty()) {
      members.back().value.text += " " + std::string(trim(line));
    } else {
      return std::nullopt;
    }
  }
  return is_told ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace kbgen
