#include "commands/fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The offset at which a line begins, counted from 1. Lines end in "\n" or "\r\n".
std::size_t begin_of_line(std::string_view text, std::uint32_t line) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  for (std::uint32_t i = 1; i < line && at < text.size(); ++i)
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

// Sorts fixes from the end of the file to its beginning, so that applying one does not move those
// that are still to be applied.
bool stands_behind(const Fix& a, const Fix& b) {
  return std::pair(a.line, a.begin) > std::pair(b.line, b.begin);
}

std::vector<std::string> fix_file(const std::string& path, std::vector<Fix> fixes,
                                  Diagnostics& diag) {
  std::vector<std::string> done;
  std::optional<std::string> bytes = read_file(path, diag);
  if (!bytes) return done;
  std::string text = std::move(*bytes);
  std::ranges::sort(fixes, stands_behind);
  for (const Fix& fix : fixes) {
    std::size_t at = begin_of_line(text, fix.line) + fix.begin;
    if (at > text.size() || text.compare(at, fix.from.size(), fix.from) != 0) {
      diag.warning("cannot-fix", path,
                   fmt::format("line {} is not written as it was read; put '{}' there by hand",
                               fix.line, fix.to));
      continue;
    }
    text.replace(at, fix.from.size(), fix.to);
    done.insert(done.begin(),
                fix.from.empty()
                    ? fmt::format("{}:{}: '{}' was added", path, fix.line,
                                  replace_all(trim(fix.to), "\n", " "))
                    : fmt::format("{}:{}: '{}' is now '{}'", path, fix.line, fix.from, fix.to));
  }
  if (done.empty()) return done;
  std::string problem = write_file_atomically(path, text);
  if (problem.empty()) return done;
  diag.error("cannot-write", path, problem);
  return {};
}

}  // namespace

std::vector<std::string> apply_fixes(const std::vector<Diagnostic>& diagnostics,
                                     Diagnostics& diag) {
  std::map<std::string, std::vector<Fix>> by_path;
  for (const Diagnostic& diagnostic : sorted_by_place(diagnostics))
    for (const Fix& fix : diagnostic.fixes) by_path[fix.path].push_back(fix);
  std::vector<std::string> done;
  for (auto& [path, fixes] : by_path) {
    std::vector<std::string> lines = fix_file(path, std::move(fixes), diag);
    done.insert(done.end(), lines.begin(), lines.end());
  }
  return done;
}

}  // namespace kbgen
