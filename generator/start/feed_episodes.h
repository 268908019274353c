// Makes content files of the episodes of a feed that the knowledge base does not have yet, and
// finds out who the people are that the feed names.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "start/feed.h"
#include "start/import_transcript.h"

namespace kbgen {

// Loads the bytes behind an address. Nothing, and `problem` says why, if that fails.
using LoadAddress =
    std::function<std::optional<std::string>(const std::string& url, std::string& problem)>;

struct ImportedFeed {
  std::vector<ImportedEpisode> episodes;  // in the order of the feed
  std::size_t there = 0;                  // how many episodes of the feed have a file already
};

// Imports the new episodes of a feed. With an empty `load`, transcripts are linked to and not
// loaded, and so are no files of chapters. People without a page are added to `people`. Writes
// nothing to the disk.
ImportedFeed import_feed(const Feed& feed, const ImportSettings& settings, const LoadAddress& load,
                         KnownPeople& people);

}  // namespace kbgen
