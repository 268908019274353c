#include "commands/import_common.h"

#include <fmt/format.h>

#include <set>

#include "base/disk.h"
#include "commands/report.h"

namespace kbgen {

std::vector<std::string> problems_of(const std::vector<Import>& imports,
                                     const std::string& content) {
  std::vector<std::string> problems;
  std::set<std::string> planned;
  for (const Import& import : imports) {
    std::string from = import.path.empty() ? "" : import.path + ": ";
    for (const std::string& obstacle : obstacles_to(import.made.files, content))
      problems.push_back(from + obstacle);
    for (const NewFile& file : import.made.files)
      if (!planned.insert(file.path).second)
        problems.push_back(from + "another of these files becomes " +
                           join_path(content, file.path));
  }
  return problems;
}

void print_findings(const Import& import, const std::string& content) {
  fmt::print("{}\n", join_path(content, import.made.files[0].path));
  if (!import.path.empty()) fmt::print("  from {}\n", import.path);
  for (const ImportFinding& finding : import.made.findings)
    fmt::print("  {:<9} {}: {}\n", finding.what, finding.value, finding.why);
  for (std::size_t i = 1; i < import.made.files.size(); ++i)
    fmt::print("  and       {}\n", join_path(content, import.made.files[i].path));
}

int refuse(const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) fmt::print(stderr, "kbgen import: {}\n", problem);
  fmt::print(stderr, "kbgen import: nothing was written\n");
  return 1;
}

std::variant<Date, int> today_of(const Arguments& given, Diagnostics& diag) {
  Date today = day_to_write(given.text("--date"), diag);
  if (!diag.has_errors()) return today;
  print_diagnostics(diag, DiagnosticsStyle::text);
  return 2;
}

std::variant<ImportTarget, int> open_target(const Arguments& given, Diagnostics& diag) {
  std::optional<WritableProject> project = open_writable(given.text("--config"), "import", diag);
  if (!project) return 1;
  auto today = today_of(given, diag);
  if (int* status = std::get_if<int>(&today)) return *status;
  NextEpisode next =
      next_episode(project->project.config, project->records, clean_text(given.text("--show")));
  if (!next.problem.empty()) {
    fmt::print(stderr, "kbgen import: {}\n", next.problem);
    return 2;
  }
  return ImportTarget{std::move(*project), std::get<Date>(today), std::move(next)};
}

int write_all(const std::vector<Import>& imports, const Arguments& given,
              const std::string& content) {
  std::vector<std::string> problems = problems_of(imports, content);
  if (!problems.empty()) return refuse(problems);
  std::vector<NewFile> files;
  for (const Import& import : imports)
    files.insert(files.end(), import.made.files.begin(), import.made.files.end());
  if (!given.flag("--dry-run"))
    if (std::string problem = write_new_files(files, content); !problem.empty())
      return refuse({problem});
  for (const Import& import : imports) print_findings(import, content);
  return 0;
}

}  // namespace kbgen
