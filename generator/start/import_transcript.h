// A bare transcript into an episode: what can be told from its words and its
// file's name, and how sure that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "content/project.h"
#include "start/content_file.h"
#include "start/new_files.h"
#include "start/people.h"

namespace kbgen {

// "title", "“Why links rot”", "from the name of the file (a guess)".
struct Finding {
  std::string what, value, why;
};

struct ImportedEpisode {
  std::vector<NewFile> files;  // below the content folder; the episode is the first
  std::vector<Finding> findings;
};

struct ImportSettings {
  const Config& config;
  const Records& records;
  NextEpisode next;     // its show, and who hosts it
  std::string content;  // folder
  Date today;           // for examples
  Work* work = nullptr;
};

// Adds to `people` whoever is new. Nothing when there is nothing to import,
// which `diag` says. `bytes` are the file's; a file that lies among the content
// already is referred to, any other is copied.
std::optional<ImportedEpisode> import_transcript(const SourceFile& file, const std::string& bytes,
                                                 const ImportSettings& settings,
                                                 KnownPeople& people, Diagnostics& diag);

}  // namespace kbgen
