// Where in a recording words are said.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/site.h"

namespace kbgen {

// The file with an episode's recording: an address, or a path of the site. Empty if there is none,
// or only a page that plays it, as on YouTube.
std::string_view recorded_file_of(const Episode& episode);

// A stretch of a recording in whole seconds: all of what is meant lies within.
struct Stretch {
  std::int64_t begin = 0, end = 0;
};

// When the words of a range of the transcript are said, estimated within each cue by the number of
// letters. Nothing if the times of the first and the last word are not known.
std::optional<Stretch> stretch_of(const SpokenText& spoken, TextRange range);

}  // namespace kbgen
