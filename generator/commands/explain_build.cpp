#include "commands/explain_build.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/disk.h"
#include "theme/theme_files.h"

namespace kbgen {

// The entry of .kbgen/reads for what every page is made of. No page has a path like this.
constexpr std::string_view every_page = "(every page)";

// What every page is made of besides the fields that it reads: the theme's files and the version of
// kbgen.
static PageReads made_with(const Project& project, Diagnostics& diag) {
  std::string files;
  for (const std::string& path : theme_files(project, diag))
    files += path + " " + digest_of(read_file(path, diag).value_or("")) + "\n";
  return {{{"theme", "", "files", quick_digest_of(files)},
           {"kbgen", "", "version", quick_digest_of(KBGEN_VERSION)}},
          {}};
}

std::vector<std::string> explain_build(const Project& project, ReadsOfPages reads,
                                       Diagnostics& diag) {
  const std::string path = join_path(project.output, ".kbgen/reads");
  const std::size_t pages = reads.size();
  reads.emplace(every_page, made_with(project, diag));
  std::optional<std::string> before = read_file_if_any(path, diag);
  std::vector<std::string> lines;
  if (before) lines = explain_changes(parse_reads(*before), reads);
  auto changed = std::ranges::count_if(
      lines, [](const std::string& line) { return !line.starts_with(every_page); });
  // A symbolic link at this path is removed, because writing through it could change a file outside
  // of the output folder.
  if (kind_of_path_itself(path) == PathKind::link) remove_file(path);
  std::string problem = write_file_atomically(path, format_reads(reads));
  if (!problem.empty())
    lines.push_back(problem);
  else if (!before)
    lines.push_back(
        "What pages read is noted now: the next build with --explain says what differs.");
  else
    lines.push_back(fmt::format("{} of {} pages read something else than before.", changed, pages));
  return lines;
}

}  // namespace kbgen
