// kbgen build: content to site/. kbgen check: the same, but for writing.

#include "build.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <map>

#include "base/disk.h"
#include "base/parallel.h"
#include "base/sizes.h"
#include "base/work.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/fixes.h"
#include "commands/link_check.h"
#include "commands/made_again.h"
#include "commands/progress_line.h"
#include "commands/project_lock.h"
#include "commands/report.h"
#include "language/locale.h"
#include "publish/manifest.h"
#include "publish/publish.h"

namespace kbgen {

namespace {

struct BuildFlags {
  ProjectOptions project;
  DiagnosticsStyle style = DiagnosticsStyle::text;
  int jobs = 0;
  bool strict = false;  // warnings fail, too
  bool timings = false;
};

void add_flags(CLI::App& app, BuildFlags& flags) {
  static const std::map<std::string, DiagnosticsStyle> styles = {
      {"text", DiagnosticsStyle::text},
      {"github", DiagnosticsStyle::github},
      {"json", DiagnosticsStyle::json}};
  app.add_option("--config", flags.project.config,
                 "config.yaml, or a folder of transcripts [config.yaml]");
  app.add_option("--base-url", flags.project.base_url,
                 "where the site will be, instead of `base_url`");
  app.add_option("--date", flags.project.date, "the day of the build [SOURCE_DATE_EPOCH]");
  app.add_flag("--drafts", flags.project.drafts, "take in episodes with `draft: true`");
  app.add_flag("--accept-removed", flags.project.accept_removed,
               "pages that are no longer made were removed on purpose");
  app.add_flag("--strict", flags.strict, "fail on warnings, too");
  app.add_option("--jobs", flags.jobs, "how many threads [all there are]")
      ->check(CLI::Range(1, 1024));
  app.add_option("--diagnostics", flags.style, "text, github or json")
      ->transform(CLI::CheckedTransformer(styles).description(""))
      ->type_name("STYLE");
  app.add_flag("--timings", flags.timings, "say how long each stage took");
}

bool is_good(const BuildFlags& flags, const Diagnostics& diag) {
  return !diag.has_errors() && !(flags.strict && diag.count(Severity::warning) > 0);
}

// True for a folder among the author's files that kbgen never published to.
bool is_among_sources(const Project& project) {
  Diagnostics of_listing;
  return is_really_below(project.output, project.content) &&
         !exists(join_path(project.output, manifest_file)) &&
         !list_files(project.output, of_listing).empty();
}

// The output folder may not hold the sources: publishing deletes and renames
// in it. What counts is where it is, not how it is spelled.
void check_output_folder(const Project& project, Diagnostics& diag) {
  const std::string& output = project.output;
  if (exists(output) && !is_directory(output))
    diag.error("cannot-write", output, "the output folder is a file",
               "move it away, or choose another folder with --output");
  else if (!exists(output) && kind_of_path_itself(output) != PathKind::nothing)
    diag.error("cannot-write", output, "the output folder is a link to a folder that is not there",
               "make that folder, or choose another one with --output");
  const std::string own_theme = join_path(project.root, "theme"),
                    own_themes = join_path(project.root, "themes");
  for (const std::string& source :
       {project.root, project.content, own_theme, own_themes, project.themes}) {
    if (!is_really_below(source, output)) continue;
    diag.error("output-over-sources", output, "the output folder holds the sources",
               "choose another one with --output");
    return;
  }
  if (exists(output) && is_among_sources(project))
    diag.error("output-over-sources", output, "the output folder holds files of the content",
               "choose another one with --output");
}

std::string count(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", format_number(number, locale_of("en")), what,
                     number == 1 ? "" : "s");
}

// What it weighs, which hosts have limits for, and how long that took.
std::string describe_size(const Outputs& outputs, double seconds) {
  std::uint64_t bytes = 0;
  for (const OutputFile& file : outputs.files) bytes += file.size;
  return fmt::format("The site has {}, made in {:.1f} s.", format_size(bytes), seconds);
}

std::string describe(const Summary& s) {
  return fmt::format("{} ({}), {}, {}, {}; {}, {}", count(s.episodes, "episode"),
                     count(s.words, "word"), count(s.people, "guest"), count(s.topics, "topic"),
                     count(s.resources, "resource"), count(s.pages, "page"),
                     count(s.mentions, "mention"));
}

// A few names say what kind of files they are.
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
    "permalinks.lock has changed: commit it, so that no link ever breaks.\n";

// What the command ends with when it has failed: what became of the old site.
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

// A draft that somebody looked at is no promise, and neither is a try.
NewLock new_lock_of(const Project& project, const BuiltSite& built, bool keeps_lock) {
  if (keeps_lock || built.changed_lock.empty()) return {};
  return {project.lock_path(), built.changed_lock};
}

void finish(const BuildFlags& flags, const Diagnostics& diag) {
  print_diagnostics(diag, flags.style);
  if (flags.timings) fmt::print(stderr, "{}", format_timings(*diag.work()));
}

}  // namespace

int build_command(int argc, char** argv) {
  CLI::App app{"Makes the site. Nothing is written unless everything is right.", "kbgen build"};
  BuildFlags flags;
  add_flags(app, flags);
  bool keep_lock = false, explain = false;
  app.add_option("--output", flags.project.output, "where to, instead of `output`");
  app.add_flag("--keep-lock", keep_lock, "leave permalinks.lock as it is: this is a try");
  app.add_flag("--explain", explain,
               "say what pages read that is not what it was at the last build with --explain");
  app.footer("Example:\n  kbgen build --config knowledge/config.yaml --output public");
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  ShownWork shown(flags.jobs);
  auto began = std::chrono::steady_clock::now();

  Diagnostics diag(&shown.work);
  ProjectLock project_lock(flags.project, "build", diag);
  const bool keeps_lock = keep_lock || flags.project.drafts;
  flags.project.records_changes = !keeps_lock;
  Project project = open_project(flags.project, diag);
  check_output_folder(project, diag);
  // What is wrong with config.yaml does not keep the rest from being reported.
  std::optional<Workspace> workspace;
  if (!diag.has_errors())
    workspace.emplace(project.output, project.root, owner_of_locks("build"),
                      say_who_is_waited_for("build"), diag);
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
    if (flags.style == DiagnosticsStyle::json) return 1;  // one JSON document and nothing else
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
      !lock.path.empty() ? lock_note : "",
      flags.project.config.empty() ? "" : " --config " + flags.project.config);
  return 0;
}

// Everything but the site itself.
static std::optional<BuiltSite> try_build(const BuildFlags& flags, Diagnostics& diag,
                                          std::string& root) {
  Project project = open_project(flags.project, diag);
  root = project.root;
  check_output_folder(project, diag);
  Staging staging(project.output);
  if (!project.is_usable()) return std::nullopt;
  return build(project, staging, diag);
}

// What was wrong with the content is said already.
static void ask_other_hosts(const BuildFlags& flags, Diagnostics& diag) {
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

int check_command(int argc, char** argv) {
  CLI::App app{"Reports everything that is wrong. Writes nothing but what --fix puts right.",
               "kbgen check"};
  BuildFlags flags;
  flags.project.thorough = true;
  bool fix = false, links = false;
  add_flags(app, flags);
  app.add_flag(
      "--fix", fix,
      "put right what can be: times of quotes that are said elsewhere, old paths of renamed pages");
  app.add_flag("--links", links,
               "ask other hosts whether they have what is linked to; answers are kept in "
               ".kbgen/links.json");
  app.footer("Example:\n  kbgen check --strict --diagnostics github");
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  ShownWork shown(flags.jobs);

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
  if (built) fmt::print("{}\n", describe(built->summary));
  finish(flags, diag);
  std::string problems = count_problems(diag);
  fmt::print("{}\n", problems.empty() ? "nothing is wrong" : problems);
  return is_good(flags, diag) ? 0 : 1;
}

}  // namespace kbgen
