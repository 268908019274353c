// A podcast's feed: RSS 2.0 (https://www.rssboard.org/rss-specification) with
// the tags of Apple (itunes:), of Podcasting 2.0 (podcast:,
// https://podcasting2.org/docs/podcast-namespace) and of Podlove's simple
// chapters (psc:). What is not about episodes is left out.
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
  std::string name, role, url;  // role in small letters: "host" unless the feed says otherwise
};

struct FeedTranscript {
  std::string url, type;
};

// Texts without tags, but for `notes`, which are HTML as they stand there.
struct FeedEpisode {
  std::string title, summary, notes, link;
  std::optional<Date> date;
  std::optional<int> season, number;
  std::string media_url, media_type;
  std::int64_t media_length = 0;
  std::optional<Timecode> duration;
  std::vector<FeedPerson> people;  // the feed's own where the episode names nobody
  std::vector<FeedTranscript> transcripts;
  std::string chapters_url;
  std::vector<std::pair<Timecode, std::string>> chapters;
};

struct Feed {
  std::string title, author, description, link;
  std::string image;                  // address of its cover
  std::vector<FeedEpisode> episodes;  // in its order
};

// Nothing, and `bad-feed` is reported, where it is no feed or not all of one.
std::optional<Feed> read_feed(const SourceFile& file, Diagnostics& diag);

// "Sun, 01 Mar 2020 18:00:00 +0100" (RFC 822), as feeds write it; the day that
// it names, wherever that was. Also what parse_date() reads.
std::optional<Date> parse_feed_date(std::string_view text);

}  // namespace kbgen
