// Reads the feed of a podcast: RSS 2.0 (https://www.rssboard.org/rss-specification) or Atom
// (RFC 4287), with the tags of Apple (itunes:), of Podcasting 2.0 (podcast:,
// https://podcasting2.org/docs/podcast-namespace) and of Podlove's simple chapters (psc:). Only
// what a knowledge base needs is read.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/source.h"
#include "start/feed.h"

namespace kbgen {

// Reads a feed. Nothing, and `bad-feed` is reported, if the file is not a feed with episodes or is
// cut off.
std::optional<Feed> read_feed(const SourceFile& file, Diagnostics& diag);

}  // namespace kbgen
