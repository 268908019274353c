// What all imports do: they say what they would write, and write all of it or
// nothing.
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
    "--show", "slug of their show; a feed's own is found, or added to config.yaml", Takes::text};

inline constexpr Option date = {"--date", "the day of examples in what is made [today]",
                                Takes::text};

inline constexpr Option dry_run = {"--dry-run", "say it and write nothing"};

}  // namespace import_options

// One episode that will be written, with its transcript.
struct Import {
  std::string path;  // of the transcript it was made of; empty: of the feed, as all of them
  ImportedEpisode made;
};

inline constexpr std::string_view what_next = "Read what was guessed, then `kbgen serve --open`.";
inline constexpr std::string_view dry_run_note =
    "Nothing was written: this is what it would be without --dry-run.";

// The day of examples. An exit status where --date is wrong, which has been
// printed then.
std::variant<Date, int> today_of(const Arguments& given, Diagnostics& diag);

// Files that are there already, and those that two of the imports would become.
std::vector<std::string> problems_of(const std::vector<Import>& imports,
                                     const std::string& content);

// Prints the problems, and that nothing was written. The result is the exit
// status.
int refuse(const std::vector<std::string>& problems);

// Writes all files or none, and says which; with --dry-run it only says it. The
// result is the exit status.
int write_all(const std::vector<Import>& imports, const Arguments& given,
              const std::string& content);

}  // namespace kbgen
