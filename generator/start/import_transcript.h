// Makes an episode of a bare transcript, with what can be told from its words and from the name of
// its file, and says how sure that is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "content/project.h"
#include "start/content_file.h"
#include "start/import_places.h"
#include "start/new_files.h"
#include "start/people.h"

namespace kbgen {

// Something that an import found out, for the author to check: "title", "“Why links rot”", "from
// the name of the file (a guess)".
struct ImportFinding {
  std::string what, value, why;
};

// An episode that is to be written, and what was guessed of it.
struct ImportedEpisode {
  std::vector<NewFile> files;  // below the content folder; the episode is the first
  std::vector<ImportFinding> findings;
  bool is_there = false;  // whether the knowledge base has it already; then there are no files
};

// What an import knows of the knowledge base. `config` and `records` must outlive it.
struct ImportSettings {
  const Config& config;
  const Records& records;
  NextEpisode next;      // the show and its hosts
  std::string content;   // the content folder
  Date today;            // the day in examples
  Work* work = nullptr;  // may be null
  // Where several files are imported: finds each a name of its own. Null: its title is its name.
  ImportPlaces* places = nullptr;
};

// Imports one transcript. `bytes` are those of the file before it was decoded: a transcript outside
// of the content folder is copied with them, one in it is referred to. People without a page are
// added to `people`. Nothing if the transcript cannot be read or has no words, which is reported.
// Writes nothing to the disk.
std::optional<ImportedEpisode> import_transcript(const SourceFile& file, const std::string& bytes,
                                                 const ImportSettings& settings,
                                                 KnownPeople& people, Diagnostics& diag);

}  // namespace kbgen
