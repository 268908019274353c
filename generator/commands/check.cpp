// kbgen check: makes the site as a build would and reports everything that is wrong, with checks
// that are too slow for every build. It writes nothing but what --fix corrects.

#include <fmt/format.h>

#include <ctime>

#include "base/disk.h"
#include "base/parallel.h"
#include "build.h"
#include "commands/arguments.h"
#include "commands/building.h"
#include "commands/fixes.h"
#include "commands/link_check.h"
#include "commands/output_folder.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "suggest/declined.h"

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
    {"--fix",
     "correct what has a sure correction: times of quotes that are said elsewhere, old paths of "
     "renamed pages"},
    {"--links",
     "ask other hosts whether they have what is linked to; answers are kept in "
     ".kbgen/links.json"},
};

// Makes the site as a build would, and writes none of it. Sets `root` to the project's folder.
std::optional<BuiltSite> try_build(const BuildFlags& flags, Diagnostics& diag, std::string& root) {
  Project project = open_project(flags.project, diag);
  root = project.root;
  check_output_folder(project, diag);
  Staging staging(project.output);
  if (!project.is_usable()) return std::nullopt;
  return build(project, staging, diag);
}

// Reports links to other hosts that lead nowhere. Other mistakes that are found while the content
// is read for this are dropped, because try_build() has reported them.
void ask_other_hosts(const BuildFlags& flags, Diagnostics& diag) {
  Diagnostics said_already(diag.work());
  Project project = open_project(flags.project, said_already);
  if (!project.is_usable()) return;
  diag.grade(project.config.diagnostics);
  Cache cache(Memory::none);
  Knowledge known = read_knowledge(project, cache, said_already);
  LinkCheck options{join_path(project.root, ".kbgen/links.json"), std::time(nullptr)};
  std::string asked = check_links(external_links(known), options, diag);
  if (flags.style != DiagnosticsStyle::json) fmt::print("{}\n", asked);
}

int run(const Arguments& given) {
  BuildFlags flags = build_flags(given);
  flags.project.thorough = true;
  const bool fix = given.flag("--fix"), links = given.flag("--links");
  ShownWork shown(given.number("--jobs"));

  Diagnostics diag(&shown.work);
  ProjectLock lock;
  if (fix) lock = ProjectLock(flags.project, "check", diag);
  std::string root;
  std::optional<BuiltSite> built = try_build(flags, diag, root);
  if (fix) {
    Diagnostics trouble;
    std::vector<std::string> fixed = apply_fixes(diag.all(), trouble);
    for (const std::string& line : fixed) fmt::print("{}\n", line);
    if (!fixed.empty()) {
      diag = Diagnostics(&shown.work);
      built = try_build(flags, diag, root);
    }
    diag.merge(std::move(trouble));
  }
  if (links) ask_other_hosts(flags, diag);
  const std::set<std::string> declined = read_declined(root, diag);
  diag = without_declined(std::move(diag), declined);
  if (built) fmt::print("{}\n", describe(built->summary));
  finish(flags, diag);
  std::string problems = count_problems(diag);
  fmt::print("{}\n", problems.empty() ? "nothing is wrong" : problems);
  return is_good(flags, diag) ? 0 : 1;
}

}  // namespace

extern const Command check_command = {
    .name = "check",
    .purpose = "report everything that is wrong, write nothing",
    .description = "Reports everything that is wrong. Writes nothing but what --fix puts right.",
    .options = options,
    .footer = "Example:\n  kbgen check --strict --diagnostics github",
    .run = run,
};

}  // namespace kbgen
