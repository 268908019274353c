// Values that records and entities are made of: what authors write in one field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/source.h"
#include "base/time.h"

namespace kbgen {

// The name of something else, as the author wrote it: a slug, or for some
// fields a plain name.
struct Reference {
  std::string name;
  Span span;
};

struct ExternalLink {
  std::string title;
  std::string url;
};

// A text of the author's that other files may clash with, such as an old path.
struct Alias {
  std::string text;
  Span span;
};

// What somebody or something is called in speech; `=Wave` in front matter is
// only found in exactly that case.
struct SpokenName {
  std::string text;
  bool exact_case = false;
  Span place = {};
};

// What speech recognition heard, and what was said.
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

// A video is on YouTube, or a file like any recording: one of the two is empty.
struct Video {
  std::string youtube;  // the video's id
  std::string url;      // a path of the site, or a URL
  Span place;           // of the url, for reports
};

}  // namespace kbgen
