#include "commands/import_pages.h"

#include <fmt/format.h>

#include "base/disk.h"
#include "base/text.h"
#include "base/yaml.h"
#include "commands/import_common.h"
#include "commands/report.h"

namespace kbgen {

namespace {

// "a, b, c …": at most five.
std::string first_of(std::vector<std::string> names) {
  constexpr std::size_t most = 5;
  bool are_more = names.size() > most;
  if (are_more) names.resize(most);
  return join(names, ", ") + (are_more ? " …" : "");
}

// "12 episodes, 3 guests": how many files of each kind are written, and how many beside them.
std::string count_files(const std::vector<ImportedPage>& pages) {
  std::vector<std::string> counts;
  std::size_t content = 0, all = 0;
  for (const ContentFolder& folder : content_folders) {
    std::size_t count = 0;
    for (const ImportedPage& page : pages)
      for (const NewFile& file : page.made.files)
        if (file.path.ends_with(".md") && parent_path(file.path) == folder.folder) ++count;
    content += count;
    if (count > 0)
      counts.push_back(count == 1 ? fmt::format("1 {}", folder.one)
                                  : fmt::format("{} {}", count, folder.folder));
  }
  for (const ImportedPage& page : pages) all += page.made.files.size();
  if (all > content)
    counts.push_back(
        fmt::format("{} file{} beside them", all - content, all - content == 1 ? "" : "s"));
  return counts.empty() ? "nothing" : join(counts, ", ");
}

// The closing paragraph: what is new, what became of the front matter, what stays as text, and what
// was left out.
void print_summary(const ImportedFolder& imported, std::string_view from) {
  fmt::print("\nNew{}: {}. Here already: {}.\n", from, count_files(imported.pages), imported.there);
  fmt::print("{}", describe(imported.keys));
  std::vector<std::string> left;
  for (const auto& [what, where] : imported.left_as_text)
    left.push_back(fmt::format("{} ({} file{}, first {})", what, where.files,
                               where.files == 1 ? "" : "s", where.first));
  if (!left.empty()) fmt::print("Left as text, which pages show as it is: {}.\n", join(left, ", "));
  for (const auto& [why, paths] : imported.left_out)
    fmt::print("Left out as {}: {} ({}).\n", why, paths.size(), first_of(paths));
  if (!imported.settings.empty()) fmt::print("The old site says, for config.yaml if you agree:\n");
  for (const SiteSetting& setting : imported.settings)
    fmt::print("  {}: {}\n", setting.key, yaml_quoted(setting.value));
}

bool write_page(const ImportedPage& page, const std::string& content, bool is_dry_run) {
  std::string problem = is_dry_run ? "" : write_new_files(page.made.files, content);
  if (problem.empty())
    print_findings({page.path, page.made}, content);
  else
    fmt::print(stderr, "kbgen import: {}: {}\n", page.path, problem);
  return problem.empty();
}

}  // namespace

int write_pages(const ImportedFolder& imported, std::string_view from, const std::string& content,
                const Arguments& given, const Diagnostics& diag) {
  bool is_dry_run = given.flag("--dry-run"), all_written = true;
  print_diagnostics(diag, DiagnosticsStyle::text,
                    given.flag("--all") ? Amount::all : Amount::first);
  for (const ImportedPage& page : imported.pages)
    all_written = write_page(page, content, is_dry_run) && all_written;
  print_summary(imported, from);
  fmt::print("{}\n", is_dry_run               ? dry_run_note
                     : imported.pages.empty() ? "Nothing was written."
                                              : what_next);
  return diag.has_errors() || !all_written ? 1 : 0;
}

}  // namespace kbgen
