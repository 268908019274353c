// kbgen import: what lies elsewhere, as content files.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <variant>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"
#include "commands/command_line.h"
#include "commands/commands.h"
#include "commands/progress_line.h"
#include "commands/report.h"
#include "commands/writable.h"
#include "network/fetch.h"
#include "start/import_feed.h"
#include "start/import_transcript.h"
#include "start/show_entry.h"

namespace kbgen {

namespace {

constexpr std::string_view example = R"(Example:
  kbgen import feed https://example.org/feed.xml --dry-run
  kbgen import transcripts ~/recordings/*.srt --dry-run
)";

struct ImportFlags {
  std::vector<std::string> paths;
  std::string feed, show, date, config;
  bool dry_run = false, transcripts = false;
};

struct Import {
  std::string path;  // empty: of the feed, as all of them
  ImportedEpisode made;
};

// Everything or nothing, so that the same command can be given again.
std::vector<std::string> problems_of(const std::vector<Import>& imports,
                                     const std::string& content) {
  std::vector<std::string> problems;
  std::set<std::string> planned;
  for (const Import& import : imports) {
    std::string from = import.path.empty() ? "" : import.path + ": ";
    for (const std::string& obstacle : obstacles_to(import.made.files, content))
      problems.push_back(from + obstacle);
    for (const NewFile& file : import.made.files)
      if (!planned.insert(file.path).second)
        problems.push_back(from + "another of these files becomes " +
                           join_path(content, file.path));
  }
  return problems;
}

void print_findings(const Import& import, const std::string& content) {
  fmt::print("{}\n", join_path(content, import.made.files[0].path));
  if (!import.path.empty()) fmt::print("  from {}\n", import.path);
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
    std::optional<std::string> bytes = read_file(path, diag);
    if (!bytes) continue;
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

// A status where the command line is wrong.
std::variant<Date, int> today_of(const ImportFlags& flags, Diagnostics& diag) {
  Date today = day_to_write(flags.date, diag);
  if (!diag.has_errors()) return today;
  print_diagnostics(diag, DiagnosticsStyle::text);
  return 2;
}

// Everything or nothing.
int write_all(const std::vector<Import>& imports, const ImportFlags& flags,
              const std::string& content) {
  std::vector<std::string> problems = problems_of(imports, content);
  if (!problems.empty()) return refuse(problems);
  std::vector<NewFile> files;
  for (const Import& import : imports)
    files.insert(files.end(), import.made.files.begin(), import.made.files.end());
  if (!flags.dry_run)
    if (std::string problem = write_new_files(files, content); !problem.empty())
      return refuse({problem});
  for (const Import& import : imports) print_findings(import, content);
  return 0;
}

constexpr std::string_view what_next = "Read what was guessed, then `kbgen serve --open`.";
constexpr std::string_view dry_run_note =
    "Nothing was written: this is what it would be without --dry-run.";

int import_transcripts(const ImportFlags& flags) {
  Diagnostics diag;
  std::optional<WritableProject> at = open_writable(flags.config, "import", diag);
  if (!at) return 1;
  auto today = today_of(flags, diag);
  if (int* status = std::get_if<int>(&today)) return *status;
  NextEpisode next = next_episode(at->project.config, at->records, clean_text(flags.show));
  if (!next.problem.empty()) {
    fmt::print(stderr, "kbgen import: {}\n", next.problem);
    return 2;
  }
  ImportSettings settings{at->project.config, at->records, std::move(next), at->project.content,
                          std::get<Date>(today)};
  std::vector<Import> imports = read_all(flags, settings, diag);
  print_diagnostics(diag, DiagnosticsStyle::text);
  if (diag.has_errors()) return refuse(problems_of(imports, at->project.content));
  if (int status = write_all(imports, flags, at->project.content)) return status;
  fmt::print("\n{}\n", flags.dry_run ? dry_run_note : what_next);
  return 0;
}

bool is_address(const std::string& text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

std::optional<SourceFile> load_feed(const std::string& from, Diagnostics& diag) {
  if (!is_address(from)) {
    std::optional<std::string> bytes = read_file(from, diag);
    return bytes ? std::optional(decode_source(from, *bytes, diag)) : std::nullopt;
  }
  auto answer = fetch(from, {});
  if (auto* failure = std::get_if<FetchFailure>(&answer)) {
    diag.error("unreadable-file", from, "this address cannot be read: " + failure->what);
    return std::nullopt;
  }
  return decode_source(from, std::get<std::string>(answer), diag);
}

// A host that did not answer three times is left in peace, and all transcripts
// of a feed together may take so much time and room.
LoadAddress transcript_loader() {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::minutes longest{30};
  constexpr std::size_t most_bytes = 500'000'000;
  return [failures = 0, room = most_bytes, end = Clock::now() + longest](
             const std::string& url, std::string& problem) mutable {
    constexpr int enough = 3;
    std::optional<std::string> bytes;
    FetchLimits limits;
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    limits.time = std::min(limits.time, left);
    limits.bytes = std::min(limits.bytes, room);
    problem = failures >= enough ? "the host did not answer before"
              : left.count() <= 0 || room == 0
                  ? "all transcripts together took 30 minutes or 500 MB, which is the limit"
                  : "";
    if (!problem.empty()) return bytes;
    auto answer = fetch(url, limits);
    if (auto* failure = std::get_if<FetchFailure>(&answer)) {
      problem = failure->what;
      ++failures;
    } else {
      failures = 0;
      bytes = std::move(std::get<std::string>(answer));
      room -= bytes->size();
    }
    return bytes;
  };
}

std::string extension_of_image(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return ".jpg";
  if (bytes.starts_with("\x89PNG")) return ".png";
  if (bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP")) return ".webp";
  return "";
}

// The cover, as a file below the content folder; what is wrong with it is no
// reason to leave the rest.
std::optional<NewFile> load_cover(const Feed& feed, const std::string& slug,
                                  std::vector<Finding>& findings) {
  constexpr std::size_t most_bytes = 20'000'000;
  FetchLimits limits;
  limits.bytes = most_bytes;
  auto answer = fetch(feed.image, limits);
  auto* failure = std::get_if<FetchFailure>(&answer);
  std::string bytes = failure ? "" : std::move(std::get<std::string>(answer));
  std::string extension = extension_of_image(bytes);
  if (!extension.empty()) return NewFile{"images/" + slug + extension, std::move(bytes)};
  findings.push_back({"image", feed.image,
                      "not loaded: " + (failure ? failure->what : "it is no JPEG, PNG or WebP")});
  return std::nullopt;
}

// The show whose feed this is; one that config.yaml does not have yet is added to
// it, as the feed tells of itself.
struct FeedShow {
  NextEpisode next;
  std::optional<NewShow> added;
  std::string config;  // its text with the show in it
  std::optional<NewFile> cover;
  std::vector<Finding> findings;
};

FeedShow show_for(const Feed& feed, const ImportFlags& flags, const WritableProject& at) {
  const Config& config = at.project.config;
  std::string wanted = clean_text(flags.show), address = is_address(flags.feed) ? flags.feed : "";
  FeedShow show;
  if (wanted.empty()) {
    if (const ShowRecord* known = show_of_feed(config, feed, address)) {
      show.next = next_episode_of(*known, at.records);
      return show;
    }
  } else if (std::ranges::count(config.shows, wanted, &ShowRecord::slug) > 0 || !is_slug(wanted)) {
    show.next = next_episode(config, at.records, wanted);
    return show;
  }
  std::string slug = wanted.empty() ? slugify(feed.title) : wanted;
  if (feed.title.empty() || std::ranges::count(config.shows, slug, &ShowRecord::slug) > 0)
    return show;
  NewShow added = new_show(feed, slug, address);
  if (!feed.image.empty() && !flags.dry_run) show.cover = load_cover(feed, slug, show.findings);
  if (show.cover) added.image = show.cover->path;
  std::optional<std::string> text = config_with_show(*at.project.config_file, added);
  if (!text) {
    show.findings.push_back({"show", feed.title,
                             "not added: write the shows of config.yaml below each other, or say "
                             "which one it is with --show"});
    show.cover.reset();
    return show;
  }
  show.config = std::move(*text);
  ShowRecord record;
  record.slug = slug;
  show.next = next_episode_of(record, at.records);
  show.added = std::move(added);
  return show;
}

void print_show(const FeedShow& show, const std::string& config, const std::string& content) {
  if (!show.added && show.findings.empty()) return;
  fmt::print("{}\n", config);
  if (show.added)
    fmt::print("  show      {}: added, as the feed tells of itself\n", show.added->slug);
  for (const Finding& finding : show.findings)
    fmt::print("  {:<9} {}: {}\n", finding.what, finding.value, finding.why);
  if (show.cover) fmt::print("  and       {}\n", join_path(content, show.cover->path));
}

// The cover first, which config.yaml names, then config.yaml, which the episodes
// name.
std::string write_show(const FeedShow& show, const std::string& config,
                       const std::string& content) {
  if (!show.added) return "";
  if (show.cover && !exists(join_path(content, show.cover->path)))
    if (std::string problem = write_new_files({*show.cover}, content); !problem.empty())
      return problem;
  return write_file_atomically(config, show.config);
}

int import_the_feed(const ImportFlags& flags) {
  ShownWork shown;
  Diagnostics diag(&shown.work);
  std::optional<WritableProject> at = open_writable(flags.config, "import", diag);
  if (!at) return 1;
  auto today = today_of(flags, diag);
  if (int* status = std::get_if<int>(&today)) return *status;
  std::optional<SourceFile> file = load_feed(flags.feed, diag);
  std::optional<Feed> feed = file ? read_feed(*file, diag) : std::nullopt;
  print_diagnostics(diag, DiagnosticsStyle::text);
  if (!feed) return refuse({});
  FeedShow show = show_for(*feed, flags, *at);
  if (!show.next.problem.empty()) {
    fmt::print(stderr, "kbgen import: {}\n", show.next.problem);
    return 2;
  }
  const Project& project = at->project;
  ImportSettings settings{project.config,  at->records,           show.next,
                          project.content, std::get<Date>(today), &shown.work};
  KnownPeople people(at->records.people);
  ImportedFeed imported =
      import_feed(*feed, settings, flags.transcripts ? transcript_loader() : LoadAddress(), people);
  std::vector<Import> imports;
  for (ImportedEpisode& episode : imported.episodes) imports.push_back({"", std::move(episode)});
  std::vector<std::string> problems = problems_of(imports, project.content);
  if (!problems.empty()) return refuse(problems);
  const std::string& config = project.config_file->path;
  if (imports.empty()) show.added.reset();
  if (!flags.dry_run)
    if (std::string problem = write_show(show, config, project.content); !problem.empty())
      return refuse({problem});
  print_show(show, config, project.content);
  if (int status = write_all(imports, flags, project.content)) return status;
  fmt::print("{}{} of {} episodes {} new; {} here already.\n{}\n", imports.empty() ? "" : "\n",
             imports.size(), feed->episodes.size(), imports.size() == 1 ? "is" : "are",
             imported.there,
             flags.dry_run     ? dry_run_note
             : imports.empty() ? "Nothing was written."
                               : what_next);
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
  CLI::App* feed = app.add_subcommand(
      "feed", "episodes of a podcast's feed; those that are here already are left alone");
  feed->add_option("FEED", flags.feed, "its address, or a file")->required();
  feed->add_flag("--transcripts", flags.transcripts,
                 "load the transcripts that it offers, which are linked to otherwise");
  for (CLI::App* import : {transcripts, feed}) {
    import->add_option("--show", flags.show,
                       "slug of their show; a feed's own is found, or added to config.yaml");
    import->add_option("--config", flags.config, "config.yaml [config.yaml]");
    import->add_option("--date", flags.date, "the day of examples in what is made [today]");
    import->add_flag("--dry-run", flags.dry_run, "say it and write nothing");
  }
  if (std::optional<int> status = parse_command_line(app, argc, argv)) return *status;
  return feed->parsed() ? import_the_feed(flags) : import_transcripts(flags);
}

}  // namespace kbgen
