// Reads the feed of a podcast: RSS 2.0 (https://www.rssboard.org/rss-specification) with the tags
// of Apple (itunes:), of Podcasting 2.0 (podcast:, https://podcasting2.org/docs/podcast-namespace)
// and of Podlove's simple chapters (psc:). Only what a knowledge base needs is read.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "base/time.h"

namespace kbgen {

struct FeedPerson {
  std::string name, role, url;  // the role in lower case; "host" unless the feed says otherwise
};

struct FeedTranscript {
  std::string url, type;  // the MIME type, in lower case
};

// One episode. What the feed does not say is empty. Texts are plain text, except for `notes`, which
// are HTML as the feed has them.
struct FeedEpisode {
  std::string title, summary, notes, link;
  std::optional<Date> date;
  std::optional<int> season, number;
  std::string media_url, media_type;
  std::int64_t media_length = 0;  // bytes; 0: not known
  std::optional<Timecode> duration;
  std::vector<FeedPerson> people;  // those of the whole feed if the episode names nobody
  std::vector<FeedTranscript> transcripts;
  std::string chapters_url;
  std::vector<std::pair<Timecode, std::string>> chapters;  // start and title, in order of time
};

struct Feed {
  std::string title, author, description, link;
  std::string image;                  // the address of the cover
  std::vector<FeedEpisode> episodes;  // in the order of the feed
};

// Reads a feed. Nothing, and `bad-feed` is reported, if the file is not an RSS feed with episodes
// or is cut off.
std::optional<Feed> read_feed(const SourceFile& file, Diagnostics& diag);

// Reads a date of a feed, "Sun, 01 Mar 2020 18:00:00 +0100" (RFC 822), or one that parse_date()
// reads. Of an RFC 822 date only the day is taken, in the time zone that the feed names.
std::optional<Date> parse_feed_date(std::string_view text);

}  // namespace kbgen
