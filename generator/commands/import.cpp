// kbgen import: makes content files of a site that another program makes. Its parts import bare
// transcripts and feeds.

#include <fmt/format.h>

#include "base/disk.h"
#include "commands/arguments.h"
#include "commands/command_line.h"
#include "commands/import_common.h"
#include "commands/import_pages.h"
#include "commands/progress_line.h"
#include "commands/shared_options.h"
#include "start/generators.h"
#include "start/import_folder.h"

namespace kbgen {

extern const Command import_feed_command, import_transcripts_command;

namespace {

constexpr Option options[] = {
    {.name = "FOLDER",
     .meaning = "the sources of a site, a vault, or an export; any folder of Markdown",
     .takes = Takes::text},
    {.name = "--from",
     .meaning = "what made it: {} [found out]",
     .takes = Takes::text,
     .words = generator_names},
    import_options::show,
    shared::config,
    import_options::date,
    import_options::dry_run,
    shared::all,
};

constexpr std::string_view example = R"(Example:
  kbgen import ~/old-site --dry-run
  kbgen import feed https://example.org/feed.xml --dry-run
  kbgen import transcripts ~/recordings/*.srt --dry-run
)";

// The generator that is named, or else the one that recognises the folder; null, and a message is
// printed, if there is no such folder.
const Generator* generator_for(const Arguments& given, const std::string& folder) {
  if (!exists(folder)) {
    fmt::print(stderr, "kbgen import: there is no folder {}\n", folder);
    return nullptr;
  }
  const Generator* generator =
      given.has("--from") ? find_generator(given.text("--from")) : generator_of(folder);
  if (!generator)
    fmt::print(stderr, "kbgen import: {} is neither a folder nor an export that is known\n",
               folder);
  return generator;
}

int import_the_folder(const Arguments& given) {
  if (!given.has("FOLDER")) return refuse_command_line("FOLDER is required");
  const std::string folder = normalize_path(given.text("FOLDER"));
  const Generator* generator = generator_for(given, folder);
  if (!generator) return 1;
  ShownWork shown;
  Diagnostics diag(&shown.work);
  auto opened = open_target(given, diag);
  if (int* status = std::get_if<int>(&opened)) return *status;
  auto& [at, today, next] = std::get<ImportTarget>(opened);
  const Project& project = at.project;
  const std::string& content = project.content;
  ImportSettings settings{project.config, at.records, std::move(next), content, today, &shown.work};
  ForeignSite site =
      read_foreign_site(folder, *generator, {project.root, project.content, project.output}, diag);
  ImportedFolder imported = import_folder(site, *generator, settings, diag);
  return write_pages(imported, fmt::format(" from {}", generator->name), content, given, diag);
}

constexpr const Command* parts[] = {&import_transcripts_command, &import_feed_command};

}  // namespace

extern const Command import_command = {
    .name = "import",
    .purpose = "make content files of another program's site, a feed or bare transcripts",
    .description =
        "Makes content files of what lies elsewhere, which stays as it is. What is here "
        "already is left alone, so the same command takes in later what is new.",
    .options = options,
    .footer = example,
    .parts = parts,
    .run = import_the_folder,
};

}  // namespace kbgen
