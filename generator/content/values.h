// Values of single fields of front matter, of which records and entities are made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/source.h"
#include "base/time.h"

namespace kbgen {

// The name of other content, as the author wrote it: a slug, or in some fields a title or a path.
struct Reference {
  std::string name;
  Span span;
};

struct ExternalLink {
  std::string title;
  std::string url;
};

// A text that may clash with one in another file, such as an old path, with its place for messages.
struct Alias {
  std::string text;
  Span span;
};

// A name by which something is found in transcripts. `=Wave` in front matter is only found with
// exactly these capitals.
struct SpokenName {
  std::string text;
  bool exact_case = false;
  Span place = {};
};

// One rule of `corrections:`: what speech recognition heard, and what was said.
struct CorrectionRule {
  std::string heard;
  std::string said;
  Span span;
};

struct Audio {
  std::string url;          // a path of the site, or a URL
  Span place;               // of the url, for reports
  std::string type;         // media type
  std::int64_t length = 0;  // bytes; 0: not told
  std::optional<Timecode> duration;
  Span duration_place;
};

// A video on YouTube, or a file: `youtube` or `url` is empty.
struct Video {
  std::string youtube;  // the video's id
  std::string url;      // a path of the site, or a URL
  Span place;           // of the url, for reports
};

}  // namespace kbgen
