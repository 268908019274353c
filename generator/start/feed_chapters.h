// Finds the chapters of an episode where feeds have them besides their own tags: in a file of JSON
// that the feed names (https://podcasting2.org/docs/podcast-namespace/tags/chapters), and in notes
// that list times.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"

namespace kbgen {

// Start and title of each chapter, in order of time.
using FeedChapters = std::vector<std::pair<Timecode, std::string>>;

// Reads chapters in JSON. Those that are not for a table of contents are left out. Nothing if the
// bytes are no such file.
std::optional<FeedChapters> chapters_of_json(std::string_view bytes);

// Finds chapters in notes: three or more lines with times that rise, each at the beginning of its
// line or each at its end ("12:30 - Rivers", "Rivers (12:30)"). Empty if there are none.
FeedChapters chapters_of_notes(std::string_view markdown);

}  // namespace kbgen
