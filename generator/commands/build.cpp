// kbgen build: makes the site of the content and publishes it to the output folder.

#include "build.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "base/disk.h"
#include "base/parallel.h"
#include "base/sizes.h"
#include "commands/arguments.h"
#include "commands/building.h"
#include "commands/explain_build.h"
#include "commands/last_build.h"
#include "commands/output_folder.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "commands/terminal.h"
#include "publish/publish_site.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    shared::config_or_folder,
    shared::base_url,
    shared::build_date,
    shared::drafts,
    building::accept_removed,
    building::strict,
    shared::jobs,
    building::diagnostics,
    shared::all,
    shared::timings,
    {"--output", "the folder to write the site to, instead of `output` of config.yaml",
     Takes::text},
    {"--keep-lock", "leave permalinks/ as it is, for a trial build"},
    {"--explain", "say which pages read something else than at the last build with --explain"},
};

std::string describe_oddities(const Project& project, const Summary& summary,
                              const std::vector<std::string>& strangers) {
  std::string text =
      line_of_names("Published as they are, as documents that no page shows", summary.documents) +
      line_of_names("Kept, because kbgen did not write it", strangers) + summary.keys;
  if (summary.is_empty)
    text += fmt::format(
        "Nothing was found in {}: `kbgen import` takes transcripts and feeds, "
        "`kbgen new episode` starts one.\n",
        project.content);
  return text;
}

constexpr std::string_view lock_note =
    "permalinks/ has changed: commit it, so that no link ever breaks.\n";

// The end of the message with which a failed build says what became of the site.
std::string_view what_was_written(Published::State state) {
  switch (state) {
    case Published::State::nothing:
      return "nothing was written";
    case Published::State::all:
      return "everything was written";
    case Published::State::unfinished:
      break;
  }
  return "not everything was written; the next `kbgen build` finishes it";
}

// What to write of the lock. Addresses that only a build with drafts or a trial build had were
// never published, so such builds leave the lock as it is (`keeps_lock`).
NewLock new_lock_of(const Project& project, BuiltSite& built, bool keeps_lock) {
  if (keeps_lock) return {};
  return {project.root, std::move(built.lock.written), std::move(built.lock.removed)};
}

// Everything but files that decides what a build makes and says.
std::string request_of(const BuildFlags& flags, const Project& project, bool keeps_lock) {
  return fmt::format(
      "{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", config_path_of(flags.project), project.output,
      project.config.base_url, project.date ? format_date_iso(*project.date) : "", project.drafts,
      project.accept_removed, flags.strict, keeps_lock, static_cast<int>(flags.style),
      static_cast<int>(flags.shown), takes_color(STDERR_FILENO));
}

// What a build says at its end.
void print_result(const BuildFlags& flags, const BuildRecord& record, const Published& published,
                  bool has_new_lock, double seconds) {
  fmt::print(
      "{}\n{} written, {} unchanged, {} deleted{}{}\nThe site has {}, made in {:.1f} s.\n"
      "{}{}To see it: kbgen serve --open{}\n",
      record.content, count(published.written, "file"), published.unchanged, published.deleted,
      record.problems.empty() ? "" : "; ", record.problems, record.size, seconds, record.oddities,
      has_new_lock ? lock_note : "",
      flags.project.config.empty() ? "" : " --config " + flags.project.config);
}

// A build on its way: what it works on and with.
struct Building {
  const BuildFlags& flags;
  const Project& project;
  const Workspace& workspace;
  ProjectLock& project_lock;
  bool keeps_lock;
};

// Publishes a site that is good. Says whether the lock changed in `lock`.
Published publish_built(const Building& building, BuiltSite& built, NewLock& lock,
                        Diagnostics& diag) {
  Published published;
  if (!is_good(building.flags, diag)) return published;
  lock = new_lock_of(building.project, built, building.keeps_lock);
  building.project_lock.note_workspace(building.workspace.folder(), diag);
  if (!diag.has_errors()) published = publish(built.outputs, building.workspace, lock, diag);
  if (published.state != Published::State::unfinished) building.project_lock.forget_workspace(diag);
  return published;
}

BuildRecord record_of(const Building& building, const BuiltSite& built, const Published& published,
                      const Diagnostics& diag) {
  std::uint64_t bytes = 0;
  for (const OutputFile& file : built.outputs.files) bytes += file.size;
  return {.files = built.outputs.files.size(),
          .report = written(diag, building.flags.style, building.flags.shown),
          .content = describe(built.summary),
          .problems = count_problems(diag),
          .size = format_size(bytes),
          .oddities = describe_oddities(building.project, built.summary, published.strangers)};
}

int run(const Arguments& given) {
  BuildFlags flags = build_flags(given);
  flags.project.output = given.text("--output");
  const bool keeps_lock = given.flag("--keep-lock") || flags.project.drafts;
  const bool explain = given.flag("--explain");
  flags.project.records_changes = !keeps_lock;
  ShownWork shown(given.number("--jobs"));
  auto began = std::chrono::steady_clock::now();
  auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  };

  Diagnostics diag(&shown.work);
  ProjectLock project_lock(flags.project, "build", diag);
  Project project = open_project(flags.project, diag);
  check_output_folder(project, diag);
  // A mistake in config.yaml only keeps the site from being written: the build goes on below, so
  // that everything else that is wrong is reported, too.
  std::optional<Workspace> workspace;
  if (!diag.has_errors())
    workspace.emplace(project.output, project.root, owner_of_locks("build"), report_wait("build"),
                      diag);
  const bool can_publish = workspace && workspace->is_open();
  std::optional<LastBuild> last;
  if (can_publish && !project.bare && !keeps_lock && !explain && !flags.timings)
    last.emplace(project, request_of(flags, project, keeps_lock));
  if (std::optional<BuildRecord> record = last ? last->find() : std::nullopt) {
    fmt::print(stderr, "{}", record->report);
    Published nothing;
    nothing.unchanged = record->files;
    print_result(flags, *record, nothing, false, seconds());
    return 0;
  }

  Staging staging =
      can_publish ? Staging(workspace->output(), workspace->staging()) : Staging(project.output);
  std::optional<BuiltSite> built;
  if (project.is_usable()) built = build(project, staging, diag, {explain, nullptr});
  Published published;
  NewLock lock;
  std::optional<Building> building;
  if (built && can_publish) {
    building.emplace(Building{flags, project, *workspace, project_lock, keeps_lock});
    published = publish_built(*building, *built, lock, diag);
  }
  std::vector<std::string> explained;
  if (explain && published.state == Published::State::all)
    explained = explain_build(project, std::move(built->reads), diag);
  finish(flags, diag);
  if (published.state != Published::State::all || diag.has_errors()) {
    if (flags.style == DiagnosticsStyle::json) return 1;  // stderr holds one JSON document only
    fmt::print(stderr, "kbgen: {}; {}\n", count_problems(diag), what_was_written(published.state));
    return 1;
  }
  for (const std::string& line : explained) fmt::print("{}\n", line);
  BuildRecord record = record_of(*building, *built, published, diag);
  if (last) {
    workspace->clear();
    last->keep(record);
  }
  print_result(flags, record, published, !lock.is_empty(), seconds());
  return 0;
}

}  // namespace

extern const Command build_command = {
    .name = "build",
    .purpose = "write the site",
    .description = "Makes the site. Nothing is written unless everything is right.",
    .options = options,
    .footer = "Example:\n  kbgen build --config knowledge/config.yaml --output public",
    .run = run,
};

}  // namespace kbgen
