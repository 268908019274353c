#include "theme/compact_script.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/char_set.h"
#include "base/text.h"

namespace kbgen {

// Whether a text or a comment may go on in the next line: a text does within backticks and after a
// backslash at the end, a comment does until it is closed.
static bool may_go_on(std::string_view line) {
  std::size_t comment = line.rfind("/*");
  bool is_open = comment != line.npos && line.find("*/", comment + 2) == line.npos;
  return is_open || std::ranges::count(line, '`') % 2 == 1 || trim_right(line).ends_with('\\');
}

// The end of the text that begins at `begin` with its quotation mark; nothing if it has texts of
// its own, as those within backticks may.
static std::optional<std::size_t> end_of_text(std::string_view line, std::size_t begin) {
  for (std::size_t i = begin + 1; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == line[begin])
      return i + 1;
    else if (line[begin] == '`' && line.substr(i, 2) == "${" &&
             line.substr(i, line.find('}', i) - i).find_first_of("'\"`{", 2) != line.npos)
      return std::nullopt;
  }
  return std::nullopt;
}

// Whether a space between these two signs separates nothing. Between "+ +" and "- -" it does, and
// "<!--" would begin a comment of HTML.
static bool is_needless(char before, char behind) {
  static constexpr CharSet signs("{}()[];,=<>?:&|!+-*%~^");
  bool may_join = (before == '+' || before == '-') && (behind == '+' || behind == '-');
  bool is_comment = before == '<' && behind == '!';
  return !may_join && !is_comment && (signs.has(before) || signs.has(behind));
}

namespace {

struct Shorter {
  std::string line;
  bool is_sure = true;  // nothing in the line was left as it is
};

// The end of the regular expression that may begin with the slash at `at`, where `before` is the
// code in front of it; nothing if one cannot be sure that it is one.
std::optional<std::size_t> end_of_expression(std::string_view line, std::size_t at,
                                             std::string_view before) {
  static constexpr CharSet operators("(,=:[!&|?{;");
  before = trim_right(before);
  if (before.empty() || !operators.has(before.back())) return std::nullopt;
  bool in_class = false;
  for (std::size_t i = at + 1; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '[')
      in_class = true;
    else if (line[i] == ']')
      in_class = false;
    else if (line[i] == '/' && !in_class)
      return i + 1;
  }
  return std::nullopt;
}

// The line without needless spaces and without a comment at its end. From a text whose end is not
// sure it is left as it is, and from a slash that may be a division or begin a regular expression.
Shorter shorten(std::string_view line) {
  Shorter shorter;
  std::string& out = shorter.line;
  for (std::size_t i = 0; i < line.size();) {
    char c = line[i];
    bool is_comment = line.substr(i).starts_with("//") && !line.substr(i).starts_with("//!");
    if (is_comment) break;  // no regular expression is empty
    bool is_text = c == '"' || c == '\'' || c == '`';
    std::optional<std::size_t> end = is_text    ? end_of_text(line, i)
                                     : c == '/' ? end_of_expression(line, i, out)
                                                : i + 1;
    if (!end) {
      out += line.substr(i);
      shorter.is_sure = false;
      return shorter;
    }
    bool is_space = c == ' ' && !out.empty() && *end < line.size();
    if (!is_space || !is_needless(out.back(), line[*end])) out += line.substr(i, *end - i);
    i = *end;
  }
  out.resize(trim_right(out).size());
  return shorter;
}

}  // namespace

std::string compact_script(std::string_view script) {
  std::vector<std::string_view> lines = split(script, '\n');
  if (std::ranges::any_of(lines, may_go_on)) return std::string(script);
  // A line goes on behind some signs, and before others: between them its end means nothing.
  static constexpr CharSet going_on("{([,;"), continuing("})].,?:&|");
  std::string out;
  bool may_join = false;
  for (std::string_view line : lines) {
    line = trim(line);
    bool is_comment = line.starts_with("//") && !line.starts_with("//!");
    if (line.empty() || is_comment) continue;
    if (may_join && continuing.has(line[0])) out.pop_back();
    Shorter shorter = shorten(line);
    out.append(shorter.line);
    if (!shorter.is_sure || !going_on.has(shorter.line.back())) out += '\n';
    may_join = shorter.is_sure && out.back() == '\n';
  }
  return out;
}

}  // namespace kbgen
