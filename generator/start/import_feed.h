// The episodes of a feed as content files: what the feed says, who is who, and
// which of them are here already.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "start/feed.h"
#include "start/import_transcript.h"

namespace kbgen {

// The bytes behind an address, or nothing and why not.
using LoadAddress =
    std::function<std::optional<std::string>(const std::string& url, std::string& problem)>;

struct ImportedFeed {
  std::vector<ImportedEpisode> episodes;  // in the order of the feed
  std::size_t there = 0;                  // episodes that a file has already
};

// `load_transcript` may be empty: transcripts are linked to then. Adds to
// `people` whoever is new.
ImportedFeed import_feed(const Feed& feed, const ImportSettings& settings,
                         const LoadAddress& load_transcript, KnownPeople& people);

}  // namespace kbgen
