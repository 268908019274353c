#include "commands/fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/apply_fix.h"
#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

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
    if (!apply_fix(text, fix)) {
      diag.warning("cannot-fix", path,
                   fmt::format("line {} is not written as it was read; put '{}' there by hand",
                               fix.line, fix.to));
      continue;
    }
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
