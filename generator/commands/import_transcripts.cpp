// kbgen import: makes content files from transcripts or from the feed of a podcast. This file has
// the command and the import of transcripts, import_feed.cpp that of a feed.

#include <fmt/format.h>

#include "base/disk.h"
#include "commands/arguments.h"
#include "commands/import_common.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "formats/transcript_file.h"
#include "start/import_transcript.h"

namespace kbgen {

extern const Command import_feed_command;

namespace {

constexpr Option options_of_transcripts[] = {
    {.name = "FILE",
     .meaning = "transcripts in any format",
     .takes = Takes::texts,
     .is_required = true},
    import_options::show,
    shared::config,
    import_options::date,
    import_options::dry_run,
    shared::all,
};

constexpr std::string_view example = R"(Example:
  kbgen import feed https://example.org/feed.xml --dry-run
  kbgen import transcripts ~/recordings/*.srt --dry-run
)";

std::vector<Import> read_all(const std::vector<std::string>& paths, const ImportSettings& settings,
                             Diagnostics& diag) {
  KnownPeople people(settings.records.people);
  std::vector<Import> imports;
  for (const std::string& path : paths) {
    std::optional<std::string> bytes = read_file(path, diag);
    if (!bytes) continue;
    Diagnostics of_file;
    std::optional<SourceFile> file = decode_transcript(path, *bytes, of_file);
    std::optional<ImportedEpisode> made;
    if (file) made = import_transcript(*file, *bytes, settings, people, of_file);
    if (made) imports.push_back({path, std::move(*made)});
    // Of a transcript that could be imported nothing is reported: its warnings come with every
    // build.
    if (!made) diag.merge(std::move(of_file));
  }
  return imports;
}

int import_transcripts(const Arguments& given) {
  Diagnostics diag;
  std::optional<WritableProject> at = open_writable(given.text("--config"), "import", diag);
  if (!at) return 1;
  auto today = today_of(given, diag);
  if (int* status = std::get_if<int>(&today)) return *status;
  NextEpisode next =
      next_episode(at->project.config, at->records, clean_text(given.text("--show")));
  if (!next.problem.empty()) {
    fmt::print(stderr, "kbgen import: {}\n", next.problem);
    return 2;
  }
  ImportSettings settings{at->project.config, at->records, std::move(next), at->project.content,
                          std::get<Date>(today)};
  std::vector<Import> imports = read_all(given.list("FILE"), settings, diag);
  print_diagnostics(diag, DiagnosticsStyle::text,
                    given.flag("--all") ? Amount::all : Amount::first);
  if (diag.has_errors()) return refuse(problems_of(imports, at->project.content));
  if (int status = write_all(imports, given, at->project.content)) return status;
  fmt::print("\n{}\n", given.flag("--dry-run") ? dry_run_note : what_next);
  return 0;
}

constexpr Command import_transcripts_command = {
    .name = "import transcripts",
    .purpose = "episodes of bare transcripts; says what it guessed, and how sure it is",
    .options = options_of_transcripts,
    .run = import_transcripts,
};

constexpr const Command* parts[] = {&import_transcripts_command, &import_feed_command};

}  // namespace

extern const Command import_command = {
    .name = "import",
    .purpose = "make episodes of a feed or of bare transcripts",
    .description = "Makes content files of what lies elsewhere, which stays as it is.",
    .footer = example,
    .parts = parts,
};

}  // namespace kbgen
