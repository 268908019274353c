// kbgen import: what lies elsewhere, as content files.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/disk.h"
#include "base/encoding.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/report.h"
#include "commands/writable.h"
#include "start/import_transcript.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen import transcripts ~/recordings/*.srt --dry-run
)";

struct ImportFlags {
  std::vector<std::string> paths;
  std::string show, date, config;
  bool dry_run = false;
};

struct Import {
  std::string path;
  ImportedTranscript made;
};

// Everything or nothing, so that the same command can be given again.
std::vector<std::string> problems_of(const std::vector<Import>& imports,
                                     const std::string& content) {
  std::vector<std::string> problems;
  std::set<std::string> planned;
  for (const Import& import : imports) {
    for (const std::string& obstacle : obstacles_to(import.made.files, content))
      problems.push_back(import.path + ": " + obstacle);
    for (const NewFile& file : import.made.files)
      if (!planned.insert(file.path).second)
        problems.push_back(import.path + ": another of these files becomes " +
                           join_path(content, file.path));
  }
  return problems;
}

void print_findings(const Import& import, const std::string& content) {
  fmt::print("{}\n  from {}\n", join_path(content, import.made.files[0].path), import.path);
  for (const Finding& finding : import.made.findings)
    fmt::print("  {:<9} {}: {}\n", finding.what, finding.value, finding.why);
  for (std::size_t i = 1; i < import.made.files.size(); ++i)
    fmt::print("  and       {}\n", join_path(content, import.made.files[i].path));
}

std::vector<Import> read_all(const ImportFlags& flags, const ImportSettings& settings,
                             Diagnostics& diag) {
  KnownPeople people(settings.records.people);
  std::vector<Import> imports;
  for (const std::string& path : flags.paths) {
    std::optional<std::string> bytes = read_file(path);
    if (!bytes) {
      diag.error("unreadable-file", path, "this file cannot be read");
      continue;
    }
    Diagnostics of_file;
    SourceFile file = decode_source(path, *bytes, of_file);
    auto made = import_transcript(file, *bytes, settings, people, of_file);
    if (made) imports.push_back({path, std::move(*made)});
    // Its warnings come again with every build.
    if (!made) diag.merge(std::move(of_file));
  }
  return imports;
}

int refuse(const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) fmt::print(stderr, "kbgen import: {}\n", problem);
  fmt::print(stderr, "kbgen import: nothing was written\n");
  return 1;
}

int import_transcripts(const ImportFlags& flags) {
  Diagnostics diag;
  std::optional<WritableProject> at = open_writable(flags.config, "import", diag);
  if (!at) return 1;
  const Project& project = at->project;
  NextEpisode next = next_episode(project.config, at->records, clean_text(flags.show));
  Date today = day_to_write(flags.date, diag);
  if (!next.problem.empty()) fmt::print(stderr, "kbgen import: {}\n", next.problem);
  if (diag.has_errors()) print_diagnostics(diag, DiagnosticsStyle::text);
  if (!next.problem.empty() || diag.has_errors()) return 2;

  ImportSettings settings{project.config, at->records, std::move(next), project.content, today};
  std::vector<Import> imports = read_all(flags, settings, diag);
  print_diagnostics(diag, DiagnosticsStyle::text);
  std::vector<std::string> problems = problems_of(imports, project.content);
  if (diag.has_errors() || !problems.empty()) return refuse(problems);
  for (const Import& import : imports) {
    if (!flags.dry_run)
      if (std::string problem = write_new_files(import.made.files, project.content);
          !problem.empty()) {
        fmt::print(stderr, "kbgen import: {}\n", problem);
        return 1;
      }
    print_findings(import, project.content);
  }
  fmt::print("\n{}\n", flags.dry_run
                           ? "Nothing was written: this is what it would be without --dry-run."
                           : "Read what was guessed, then `kbgen build`.");
  return 0;
}

}  // namespace

int import_command(int argc, char** argv) {
  CLI::App app{"Makes content files of what lies elsewhere, which stays as it is.", "kbgen import"};
  app.require_subcommand(1);
  app.footer(std::string(example));
  ImportFlags flags;
  CLI::App* transcripts = app.add_subcommand(
      "transcripts", "episodes of bare transcripts; says what it guessed, and how sure it is");
  transcripts->add_option("FILE", flags.paths, "transcripts in any format")->required();
  transcripts->add_option("--show", flags.show, "slug of their show, where there are several");
  transcripts->add_option("--config", flags.config, "config.yaml [config.yaml]");
  transcripts->add_option("--date", flags.date, "the day of examples in what is made [today]");
  transcripts->add_flag("--dry-run", flags.dry_run, "say it and write nothing");
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  return import_transcripts(flags);
}

}  // namespace kbgen
