// Makes content files of the pages of a site that another program makes, and says what became of
// each part of them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "content/key_notes.h"
#include "content/kinds.h"
#include "start/generators.h"
#include "start/import_transcript.h"

namespace kbgen {

// A page that is to be written: its content file first, then what comes with it (people and topics
// without a page so far, its transcript, pictures).
struct ImportedPage {
  std::string path;  // the file that it was made of, below the folder that is imported
  ContentKind kind = ContentKind::episode;
  ImportedEpisode made;
};

// Something that stays as text on pages, and in how many files.
struct LeftAsText {
  std::size_t files = 0;
  std::string first;  // "_posts/2024-03-05-mill.md:12"
};

struct ImportedFolder {
  std::vector<ImportedPage> pages;
  std::size_t there = 0;                                     // pages that have a file already
  std::vector<SiteSetting> settings;                         // that config.yaml has otherwise
  KeyCounts keys;                                            // of the new pages
  std::map<std::string, LeftAsText> left_as_text;            // what → where
  std::map<std::string, std::vector<std::string>> left_out;  // why → paths
};

// Imports the pages that the knowledge base does not have yet. People and topics that they name and
// that have no page get one. Writes nothing to the disk. Reports transcripts that cannot be read.
ImportedFolder import_folder(const ForeignSite& site, const Generator& generator,
                             const ImportSettings& settings, Diagnostics& diag);

}  // namespace kbgen
