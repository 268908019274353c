// kbgen import feed: makes content files of the episodes of a podcast's feed, and adds its show to
// config.yaml if it is not there yet.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <variant>

#include "base/disk.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/import_common.h"
#include "commands/progress_line.h"
#include "commands/report.h"
#include "commands/shared_options.h"
#include "network/fetch.h"
#include "start/feed_encoding.h"
#include "start/feed_episodes.h"
#include "start/read_feed.h"
#include "start/show_entry.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "FEED",
     .meaning = "its address, or a file",
     .takes = Takes::text,
     .is_required = true},
    {"--transcripts",
     "load the chapters that it offers, and its transcripts, which are linked to otherwise"},
    import_options::show,
    shared::config,
    import_options::date,
    import_options::dry_run,
    shared::all,
};

bool is_address(const std::string& text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

std::optional<SourceFile> load_feed(const std::string& from, Diagnostics& diag) {
  if (!is_address(from)) {
    std::optional<std::string> bytes = read_file(from, diag);
    return bytes ? decode_feed(from, *bytes, diag) : std::nullopt;
  }
  auto answer = fetch(from, {});
  if (auto* failure = std::get_if<FetchFailure>(&answer)) {
    diag.error("unreadable-file", from, "this address cannot be read: " + failure->what);
    return std::nullopt;
  }
  return decode_feed(from, std::get<std::string>(answer), diag);
}

// Makes the function that loads transcripts. After three failures in a row nothing more is asked
// for, and all transcripts of a feed together may take half an hour and 500 MB.
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

// The cover of the feed, as a file below the content folder. A cover that cannot be loaded becomes
// a finding and does not stop the import.
std::optional<NewFile> load_cover(const Feed& feed, const std::string& slug,
                                  std::vector<ImportFinding>& findings) {
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

// The show that the feed belongs to. If config.yaml does not have it yet, it is added with what the
// feed says of itself.
struct FeedShow {
  NextEpisode next;
  std::optional<NewShow> added;
  std::string config;  // the text of config.yaml with the added show
  std::optional<NewFile> cover;
  std::vector<ImportFinding> findings;
};

bool is_known(const Config& config, const std::string& slug) {
  return std::ranges::count(config.shows, slug, &ShowRecord::slug) > 0;
}

// Adds the new show to `show`. If config.yaml is written in a way in which no show can be added to
// it, nothing is added and a finding says why.
FeedShow with_new_show(NewShow added, FeedShow show, const WritableProject& at) {
  if (show.cover) added.image = show.cover->path;
  std::optional<std::string> text = config_with_show(*at.project.config_file, added);
  if (!text) {
    show.findings.push_back({"show", added.title,
                             "not added: write the shows of config.yaml below each other, or say "
                             "which one it is with --show"});
    show.cover.reset();
    return show;
  }
  show.config = std::move(*text);
  ShowRecord record;
  record.slug = added.slug;
  show.next = next_episode_of(record, at.records);
  show.added = std::move(added);
  return show;
}

FeedShow show_for(const Feed& feed, const Arguments& given, const WritableProject& at) {
  const Config& config = at.project.config;
  const std::string& from = given.text("FEED");
  std::string wanted = clean_text(given.text("--show")), address = is_address(from) ? from : "";
  FeedShow show;
  if (wanted.empty()) {
    if (const ShowRecord* known = show_of_feed(config, feed, address)) {
      show.next = next_episode_of(*known, at.records);
      return show;
    }
  } else if (is_known(config, wanted) || !is_slug(wanted)) {
    show.next = next_episode(config, at.records, wanted);
    return show;
  }
  std::string slug = wanted.empty() ? slugify(feed.title) : wanted;
  if (feed.title.empty() || is_known(config, slug)) return show;
  if (!feed.image.empty() && !given.flag("--dry-run"))
    show.cover = load_cover(feed, slug, show.findings);
  return with_new_show(new_show(feed, slug, address), std::move(show), at);
}

void print_show(const FeedShow& show, const std::string& config, const std::string& content) {
  if (!show.added && show.findings.empty()) return;
  fmt::print("{}\n", config);
  if (show.added)
    fmt::print("  show      {}: added, as the feed tells of itself\n", show.added->slug);
  for (const ImportFinding& finding : show.findings)
    fmt::print("  {:<9} {}: {}\n", finding.what, finding.value, finding.why);
  if (show.cover) fmt::print("  and       {}\n", join_path(content, show.cover->path));
}

// Writes the cover, then config.yaml, which names it, so that a failure between the two leaves no
// name of a missing file. The result is empty, or says what went wrong.
std::string write_show(const FeedShow& show, const std::string& config,
                       const std::string& content) {
  if (!show.added) return "";
  if (show.cover && !exists(join_path(content, show.cover->path)))
    if (std::string problem = write_new_files({*show.cover}, content); !problem.empty())
      return problem;
  return write_file_atomically(config, show.config);
}

// Writes the show, then the episodes, which name it, and prints what was written. The result is the
// exit status.
int write_feed(const ImportedFeed& imported, FeedShow& show, const Arguments& given,
               const Project& project) {
  std::vector<Import> imports;
  for (const ImportedEpisode& episode : imported.episodes) imports.push_back({"", episode});
  std::vector<std::string> problems = problems_of(imports, project.content);
  if (!problems.empty()) return refuse(problems);
  const std::string& config = project.config_file->path;
  if (imports.empty()) show.added.reset();
  if (!given.flag("--dry-run"))
    if (std::string problem = write_show(show, config, project.content); !problem.empty())
      return refuse({problem});
  print_show(show, config, project.content);
  return write_all(imports, given, project.content);
}

void print_count(const Feed& feed, const ImportedFeed& imported, bool is_dry_run) {
  std::size_t made = imported.episodes.size();
  fmt::print("{}{} of {} episodes {} new; {} here already.\n{}\n", made == 0 ? "" : "\n", made,
             feed.episodes.size(), made == 1 ? "is" : "are", imported.there,
             is_dry_run  ? dry_run_note
             : made == 0 ? "Nothing was written."
                         : what_next);
}

int import_the_feed(const Arguments& given) {
  ShownWork shown;
  Diagnostics diag(&shown.work);
  std::optional<WritableProject> at = open_writable(given.text("--config"), "import", diag);
  if (!at) return 1;
  auto today = today_of(given, diag);
  if (int* status = std::get_if<int>(&today)) return *status;
  std::optional<SourceFile> file = load_feed(given.text("FEED"), diag);
  std::optional<Feed> feed = file ? read_feed(*file, diag) : std::nullopt;
  print_diagnostics(diag, DiagnosticsStyle::text,
                    given.flag("--all") ? Amount::all : Amount::first);
  if (!feed) return refuse({});
  FeedShow show = show_for(*feed, given, *at);
  if (!show.next.problem.empty()) {
    fmt::print(stderr, "kbgen import: {}\n", show.next.problem);
    return 2;
  }
  const Project& project = at->project;
  ImportSettings settings{project.config,  at->records,           show.next,
                          project.content, std::get<Date>(today), &shown.work};
  KnownPeople people(at->records.people);
  ImportedFeed imported = import_feed(
      *feed, settings, given.flag("--transcripts") ? transcript_loader() : LoadAddress(), people);
  if (int status = write_feed(imported, show, given, project)) return status;
  print_count(*feed, imported, given.flag("--dry-run"));
  return 0;
}

}  // namespace

extern const Command import_feed_command = {
    .name = "import feed",
    .purpose = "episodes of a podcast's feed; those that are here already are left alone",
    .options = options,
    .run = import_the_feed,
};

}  // namespace kbgen
