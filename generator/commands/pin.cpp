// kbgen pin: keeps what a page says today as a file (a version), so that it can be cited for good.

#include <fmt/format.h>

#include "base/disk.h"
#include "base/text.h"
#include "build.h"
#include "citations/reference.h"
#include "commands/arguments.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "content/version_files.h"
#include "model/routes.h"
#include "model/twin.h"
#include "model/versions.h"
#include "theme/strings.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "PAGE",
     .meaning = "a path or URL of a page, or kind:slug",
     .takes = Takes::texts,
     .is_required = true},
    shared::config,
    {"--date", "the day of the version [today]", Takes::text},
};

constexpr std::string_view example = R"(Example:
  kbgen pin topics/link-rot       keeps it as content/versions/topics/link-rot/2026-11-21-….md
  git add content/versions        the next build publishes it
)";

// Writes a version of the page that `reference` names, unless one with the same words is there
// already. The result is the exit status: 0 if the page is kept, now or already.
int pin(const Project& project, const Knowledge& known, const std::string& reference) {
  auto resolved = resolve_reference(known.site, project.config, reference);
  if (auto* unknown = std::get_if<UnknownReference>(&resolved)) {
    fmt::print(stderr, "kbgen pin: {}{}{}\n", unknown->what, unknown->help.empty() ? "" : "; ",
               unknown->help);
    return 1;
  }
  EntityId entity = std::get<CitedPlace>(resolved).entity;
  const Page& page = *std::ranges::find(known.plan.pages, entity, &Page::subject);
  Diagnostics of_theme;  // never printed, because a build reports the same
  auto strings = load_strings(project, find_layers(project, of_theme), of_theme);
  // The name of the version holds a hash of these words, so it is not known yet. Any name will do:
  // it only decides how relative links are written, which depends on the depth of the path.
  std::string body = words_of_page(known, *strings, page, version_path(page.path, "version"));
  for (VersionId id : versions_of(known.site, entity)) {
    const Version& version = known.site.versions[id];
    if (version_body(version.text) != trim(body)) continue;
    fmt::print("/{} says what it said on {}: {}\n", page.path, format_date_iso(version.date),
               version.origin.path);
    return 0;
  }
  std::string text = format_version({.title = title_of(known.site, entity),
                                     .page = page.path,
                                     .body = body,
                                     .date = *project.today,
                                     .site = project.config.base_url});
  std::string name = format_version_name({*project.today, version_hash(text)});
  std::string path = join_path(project.content, versions_folder(page.path) + name + ".md");
  std::string problem = write_file_atomically(path, text);
  if (!problem.empty()) {
    fmt::print(stderr, "kbgen pin: {}: {}\n", path, problem);
    return 1;
  }
  fmt::print("{} keeps /{} as it is; the next build publishes it as /{}\n", path, page.path,
             version_path(page.path, name));
  return 0;
}

int run(const Arguments& given) {
  ProjectOptions options;
  options.records_changes = true;
  options.config = given.text("--config");
  options.date = given.text("--date");
  ShownWork shown;
  Diagnostics diag(&shown.work);
  const ProjectLock lock(options, "pin", diag);
  Project project = open_project(options, diag);
  if (diag.has_errors() || !project.is_usable() || !project.today || project.today->day == 0) {
    if (project.today && project.today->day == 0)
      diag.error("bad-date", "", "--date: a version is of a day");
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 1;
  }
  Cache cache(Memory::none);
  Knowledge known = read_knowledge(project, cache, diag);
  if (diag.has_errors()) {
    print_diagnostics(diag, DiagnosticsStyle::text);
    return 1;
  }
  int status = 0;
  for (const std::string& reference : given.list("PAGE"))
    status = std::max(status, pin(project, known, reference));
  return status;
}

}  // namespace

extern const Command pin_command = {
    .name = "pin",
    .purpose = "keep what a page says today, to be cited for good",
    .description = "Keeps what a page says today as a file, which is published for good.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
