// The project that a command works on: its config, its folders, and the options of this run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "content/config.h"

namespace kbgen {

// The options of the command line; empty if not given.
struct ProjectOptions {
  std::string config;  // config.yaml, or a folder that may hold one
  std::string output;
  std::string base_url;
  std::string date;              // day of the build; if empty, SOURCE_DATE_EPOCH counts
  bool records_changes = false;  // whether changed pages are dated today, for the lock
  bool drafts = false;
  bool thorough = false;  // whether to report what is only probably a mistake, too
  bool accept_removed = false;
};

struct Project {
  std::unique_ptr<SourceFile> config_file;  // spans of `config` point into it
  Config config;
  std::string root;     // the folder of config.yaml; everything read is below it
  std::string content;  // folders, as given or below root
  std::string output;
  std::string themes;         // where the built-in themes are
  std::optional<Date> date;   // day of the build; empty if neither option nor environment has it
  std::optional<Date> today;  // day that changed pages get; empty: changes are not recorded
  bool drafts = false;
  bool thorough = false;
  bool accept_removed = false;  // whether pages that are no longer made are gone on purpose
  bool bare = false;            // whether there is no config.yaml: a folder of transcripts

  // False if config.yaml could not be read: everything that it defines would be reported as
  // unknown.
  bool is_usable() const { return config_file || bare; }

  // The place of the value of `key` in config.yaml, for messages; empty if the key is not there.
  Span place_of(std::string_view key) const;

  // A folder without config.yaml is only tried out, so it promises no addresses and has no lock.
  bool has_lock() const { return !bare; }

  // A path on disk as seen from the folder of config.yaml, as the repository knows it.
  std::string path_in_root(const std::string& path) const;
};

// The day that new files get: `--date`, else SOURCE_DATE_EPOCH, else today. Reports `bad-date`.
Date day_to_write(const std::string& given, Diagnostics& diag);

// The path of config.yaml, which need not exist, and its folder. Nothing is read.
std::string config_path_of(const ProjectOptions& options);
std::string root_of(const ProjectOptions& options);

// Reads config.yaml and resolves the folders. A folder without config.yaml is a project, too: its
// name is the title, and what lies in it is the content. Sets the severities of `diag`. Reports
// `unreadable-file`, `missing-file`, `wrong-folder`, `path-outside` and what is wrong in
// config.yaml; see is_usable().
Project open_project(const ProjectOptions& options, Diagnostics& diag);

}  // namespace kbgen
