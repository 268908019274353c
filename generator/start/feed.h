// What a knowledge base needs of the feed of a podcast, whichever kind of feed it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

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

}  // namespace kbgen
