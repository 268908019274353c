#include "theme/compact_script.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace kbgen {

// Whether a text or a comment may go on in the next line: a text does within backticks and after a
// backslash at the end, a comment does until it is closed.
static bool may_go_on(std::string_view line) {
  std::size_t comment = line.rfind("/*");
  bool is_open = comment != line.npos && line.find("*/", comment + 2) == line.npos;
  return is_open || std::ranges::count(line, '`') % 2 == 1 || trim_right(line).ends_with('\\');
}

std::string compact_script(std::string_view script) {
  std::vector<std::string_view> lines = split(script, '\n');
  if (std::ranges::any_of(lines, may_go_on)) return std::string(script);
  std::string out;
  for (std::string_view line : lines) {
    line = trim(line);
    bool is_comment = line.starts_with("//") && !line.starts_with("//!");
    if (line.empty() || is_comment) continue;
    out.append(line);
    out += '\n';
  }
  return out;
}

}  // namespace kbgen
