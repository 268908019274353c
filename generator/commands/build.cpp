// kbgen build: makes the site of the content and publishes it to the output folder.

#include "build.h"

#include <fmt/format.h>

#include <chrono>

#include "base/disk.h"
#include "base/parallel.h"
#include "base/sizes.h"
#include "commands/arguments.h"
#include "commands/building.h"
#include "commands/explain_build.h"
#include "commands/output_folder.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "publish/publish.h"

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
    shared::timings,
    {"--output", "the folder to write the site to, instead of `output` of config.yaml",
     Takes::text},
    {"--keep-lock", "leave permalinks/ as it is, for a trial build"},
    {"--explain", "say which pages read something else than at the last build with --explain"},
};

// The size of the site, because hosts have limits for it, and how long the build took.
std::string describe_size(const Outputs& outputs, double seconds) {
  std::uint64_t bytes = 0;
  for (const OutputFile& file : outputs.files) bytes += file.size;
  return fmt::format("The site has {}, made in {:.1f} s.", format_size(bytes), seconds);
}

// "what: a, b and 7 more", as one line; nothing if there are no paths. Only the first few are
// named: that is enough to see what kind of files they are.
std::string line_of_names(std::string_view what, const std::vector<std::string>& paths) {
  constexpr std::size_t shown = 5;
  if (paths.empty()) return "";
  std::string names;
  for (std::size_t i = 0; i < std::min(shown, paths.size()); ++i)
    names += (i ? ", " : "") + paths[i];
  if (paths.size() > shown) names += fmt::format(" and {} more", paths.size() - shown);
  return fmt::format("{}: {}\n", what, names);
}

std::string describe_oddities(const Project& project, const Summary& summary,
                              const std::vector<std::string>& strangers) {
  std::string text =
      line_of_names("Published as they are, as documents that no page shows", summary.documents) +
      line_of_names("Kept, because kbgen did not write it", strangers);
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

int run(const Arguments& given) {
  BuildFlags flags = build_flags(given);
  flags.project.output = given.text("--output");
  const bool keep_lock = given.flag("--keep-lock"), explain = given.flag("--explain");
  ShownWork shown(given.number("--jobs"));
  auto began = std::chrono::steady_clock::now();

  Diagnostics diag(&shown.work);
  ProjectLock project_lock(flags.project, "build", diag);
  const bool keeps_lock = keep_lock || flags.project.drafts;
  flags.project.records_changes = !keeps_lock;
  Project project = open_project(flags.project, diag);
  check_output_folder(project, diag);
  // A mistake in config.yaml only keeps the site from being written: the build goes on below, so
  // that everything else that is wrong is reported, too.
  std::optional<Workspace> workspace;
  if (!diag.has_errors())
    workspace.emplace(project.output, project.root, owner_of_locks("build"), report_wait("build"),
                      diag);
  const bool can_publish = workspace && workspace->is_open();
  Staging staging =
      can_publish ? Staging(workspace->output(), workspace->staging()) : Staging(project.output);
  std::optional<BuiltSite> built;
  if (project.is_usable()) built = build(project, staging, diag, {explain, nullptr});
  Published published;
  NewLock lock;
  if (built && is_good(flags, diag)) {
    lock = new_lock_of(project, *built, keeps_lock);
    project_lock.note_workspace(workspace->folder(), diag);
    if (!diag.has_errors()) published = publish(built->outputs, *workspace, lock, diag);
    if (published.state != Published::State::unfinished) project_lock.forget_workspace(diag);
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
  std::string problems = count_problems(diag);
  std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  fmt::print(
      "{}\n{} written, {} unchanged, {} deleted{}{}\n{}\n{}{}To see it: kbgen serve --open{}\n",
      describe(built->summary), count(published.written, "file"), published.unchanged,
      published.deleted, problems.empty() ? "" : "; ", problems,
      describe_size(built->outputs, took.count()),
      describe_oddities(project, built->summary, published.strangers),
      !lock.is_empty() ? lock_note : "",
      flags.project.config.empty() ? "" : " --config " + flags.project.config);
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
