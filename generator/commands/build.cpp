// kbgen build: content to site/. kbgen check: the same, but for writing.

#include "build.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <map>

#include "base/disk.h"
#include "base/locale.h"
#include "base/parallel.h"
#include "base/sizes.h"
#include "base/timings.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/fixes.h"
#include "commands/link_check.h"
#include "commands/made_again.h"
#include "commands/report.h"
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

// The output folder may not hold the sources: publishing deletes and renames
// in it.
void check_output_folder(const Project& project, Diagnostics& diag) {
  if (exists(project.output) && !is_directory(project.output))
    diag.error("cannot-write", project.output, "the output folder is a file",
               "move it away, or choose another folder with --output");
  std::string output = absolute_path(project.output);
  for (const std::string& source : {absolute_path(project.root), absolute_path(project.content)})
    if (is_below(source, output))
      diag.error("output-over-sources", project.output, "the output folder holds the sources",
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
std::string describe_strangers(const std::vector<std::string>& strangers) {
  constexpr std::size_t shown = 5;
  if (strangers.empty()) return "";
  std::string names;
  for (std::size_t i = 0; i < std::min(shown, strangers.size()); ++i)
    names += (i ? ", " : "") + strangers[i];
  if (strangers.size() > shown) names += fmt::format(" and {} more", strangers.size() - shown);
  return fmt::format("Kept, because kbgen did not write it: {}\n", names);
}

constexpr std::string_view lock_note =
    "permalinks.lock has changed: commit it, so that no link ever breaks.\n";

// Behind everything else: what was not published was not promised.
bool write_lock(const Project& project, const std::string& changed, Diagnostics& diag) {
  if (changed.empty()) return false;
  std::string problem = write_file_atomically(project.lock_path(), changed);
  if (!problem.empty())
    diag.warning("lock-not-written", project.lock_path(), problem,
                 "published links are only kept if this file can be written; --keep-lock says "
                 "that this build is a try");
  return problem.empty();
}

void finish(const BuildFlags& flags, const Diagnostics& diag) {
  print_diagnostics(diag, flags.style);
  if (flags.timings) fmt::print(stderr, "{}", format_timings());
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
  limit_jobs(flags.jobs);
  auto began = std::chrono::steady_clock::now();

  Diagnostics diag;
  // A draft that somebody looked at is no promise.
  bool keeps_lock = keep_lock || flags.project.drafts;
  flags.project.records_changes = !keeps_lock;
  Project project = open_project(flags.project, diag);
  check_output_folder(project, diag);
  std::optional<BuiltSite> built;
  std::optional<Published> published;
  // What is wrong with config.yaml does not keep the rest from being reported.
  Staging staging(project.output,
                  diag.has_errors() ? Staging::Keep::nothing : Staging::Keep::files);
  if (project.is_usable()) built = build(project, staging, diag, {explain, nullptr});
  if (built && is_good(flags, diag)) published = publish(built->outputs, staging, diag);
  bool wrote_lock = false;
  if (published && !diag.has_errors() && !keeps_lock)
    wrote_lock = write_lock(project, built->changed_lock, diag);
  finish(flags, diag);
  if (!published || diag.has_errors()) {
    if (flags.style == DiagnosticsStyle::json) return 1;  // one JSON document and nothing else
    bool wrote_some = published && published->written + published->deleted > 0;
    fmt::print(stderr, "kbgen: {}; {}\n", count_problems(diag),
               wrote_some ? "not everything was written" : "nothing was written");
    return 1;
  }
  if (explain)
    for (const std::string& line : explain_build(project, std::move(built->reads)))
      fmt::print("{}\n", line);
  std::string problems = count_problems(diag);
  std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  fmt::print("{}\n{} written, {} unchanged, {} deleted{}{}\n{}\n{}{}Open {} in a browser.\n",
             describe(built->summary), count(published->written, "file"), published->unchanged,
             published->deleted, problems.empty() ? "" : "; ", problems,
             describe_size(built->outputs, took.count()), describe_strangers(published->strangers),
             wrote_lock ? lock_note : "", join_path(project.output, "index.html"));
  return 0;
}

// Everything but the site itself.
static std::optional<BuiltSite> try_build(const BuildFlags& flags, Diagnostics& diag,
                                          std::string& root) {
  Project project = open_project(flags.project, diag);
  root = project.root;
  check_output_folder(project, diag);
  Staging staging(project.output, Staging::Keep::nothing);
  if (!project.is_usable()) return std::nullopt;
  return build(project, staging, diag);
}

// What was wrong with the content is said already.
static void ask_other_hosts(const BuildFlags& flags, Diagnostics& diag) {
  Diagnostics said_already;
  Project project = open_project(flags.project, said_already);
  if (!project.is_usable()) return;
  diag.grade(project.config.diagnostics);
  Knowledge known = understand(project, said_already);
  LinkCheck options{join_path(project.root, ".kbgen/links.json"), std::time(nullptr)};
  std::string asked =
      check_links(external_links({project, known.sources, known.site, known.links}), options, diag);
  if (flags.style != DiagnosticsStyle::json) fmt::print("{}\n", asked);
}

int check_command(int argc, char** argv) {
  CLI::App app{"Reports everything that is wrong. Writes nothing but what --fix puts right.",
               "kbgen check"};
  BuildFlags flags;
  flags.project.thorough = true;
  bool fix = false, links = false;
  add_flags(app, flags);
  app.add_flag("--fix", fix, "put right what can be: times of quotes that are said elsewhere");
  app.add_flag("--links", links,
               "ask other hosts whether they have what is linked to; answers are kept in "
               ".kbgen/links.json");
  app.footer("Example:\n  kbgen check --strict --diagnostics github");
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  limit_jobs(flags.jobs);

  Diagnostics diag;
  std::string root;
  std::optional<BuiltSite> built = try_build(flags, diag, root);
  if (fix) {
    Diagnostics trouble;
    std::vector<std::string> fixed = apply_fixes(diag.all(), root, trouble);
    for (const std::string& line : fixed) fmt::print("{}\n", line);
    if (!fixed.empty()) {
      diag = Diagnostics();
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
