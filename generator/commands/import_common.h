// What the imports of transcripts and of feeds have in common: they say what they found out, and
// write all files or none.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/writable.h"
#include "start/import_transcript.h"

namespace kbgen {

namespace import_options {

inline constexpr Option show = {
    "--show", "slug of the show [for a feed: found in config.yaml, or added to it]", Takes::text};

inline constexpr Option date = {
    "--date", "the day in the examples that wait behind a # in new files [today]", Takes::text};

inline constexpr Option dry_run = {"--dry-run", "say what would be written, and write nothing"};

}  // namespace import_options

// One episode that will be written, with all files that come with it.
struct Import {
  std::string path;  // the transcript that it was made from; empty if it comes from a feed
  ImportedEpisode made;
};

inline constexpr std::string_view what_next = "Read what was guessed, then `kbgen serve --open`.";
inline constexpr std::string_view dry_run_note =
    "Nothing was written: this is what it would be without --dry-run.";

// The day for examples in new files: --date, or today. If --date is wrong, the mistake is printed
// and the result is the exit status.
std::variant<Date, int> today_of(const Arguments& given, Diagnostics& diag);

// The knowledge base that an import writes into, the day for examples, and the show and number of
// its next episodes.
struct ImportTarget {
  WritableProject project;
  Date today;
  NextEpisode next;
};
// Opens the target of an import that knows no show but that of --show. If that cannot be done, it
// is printed why, and the result is the exit status.
std::variant<ImportTarget, int> open_target(const Arguments& given, Diagnostics& diag);

// Everything that keeps the files from being written, one message each: a file that is there
// already, and a path that two imports would write.
std::vector<std::string> problems_of(const std::vector<Import>& imports,
                                     const std::string& content);

// Prints the path of what was made of one import, and what was guessed.
void print_findings(const Import& import, const std::string& content);

// Prints the problems, and that nothing was written. The result is the exit status.
int refuse(const std::vector<std::string>& problems);

// Writes all files or none, and prints their paths and what was guessed; with --dry-run it only
// prints. The result is the exit status.
int write_all(const std::vector<Import>& imports, const Arguments& given,
              const std::string& content);

}  // namespace kbgen
