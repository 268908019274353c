// What a command works on: the config, and where everything is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "content/config.h"

namespace kbgen {

// As the command line gave them; empty: not given.
struct ProjectOptions {
  std::string config;  // config.yaml, or a folder that may hold one
  std::string output;
  std::string base_url;
  std::string date;              // of the build; else SOURCE_DATE_EPOCH
  bool records_changes = false;  // in permalinks.lock: what changed now, changed today
  bool drafts = false;
  bool thorough = false;  // report what is only probably not meant, too
  bool accept_removed = false;
};

struct Project {
  std::unique_ptr<SourceFile> config_file;  // spans of `config` point into it
  Config config;
  std::string root;     // the folder of config.yaml; everything read is below it
  std::string content;  // folders, as given or below root
  std::string output;
  std::string themes;         // where the built-in themes are
  std::optional<Date> date;   // of the build, as told
  std::optional<Date> today;  // on which changes are recorded; empty: none are
  bool drafts = false;
  bool thorough = false;
  bool accept_removed = false;  // pages that are no longer made were removed on purpose
  bool bare = false;            // no config.yaml: a folder of transcripts

  // False after an error that left nothing to work on: whatever config.yaml
  // defines would only be reported as unknown.
  bool is_usable() const { return config_file || bare; }

  // Where config.yaml says it, for messages; nowhere if it does not.
  Span place_of(std::string_view key) const;

  // Where it says what was published; empty: nobody keeps it.
  std::string lock_path() const;

  // A path as diagnostics show it and as the repository knows it.
  std::string path_in_root(const std::string& path) const;
};

// For what is new: `--date`, else SOURCE_DATE_EPOCH, else today.
Date day_to_write(const std::string& given, Diagnostics& diag);

// Where config.yaml is or would be, without reading it, and its folder.
std::string config_path_of(const ProjectOptions& options);
std::string root_of(const ProjectOptions& options);

// A folder without config.yaml is a project too: its name is the title and
// what lies in it is the content.
Project open_project(const ProjectOptions& options, Diagnostics& diag);

}  // namespace kbgen
