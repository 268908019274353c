// Computes who talks how much in an episode.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/site.h"

namespace kbgen {

struct TalkShare {
  std::int32_t speaker = -1;     // index into SpokenText::speakers, the first label of a person
  std::optional<Timecode> time;  // none in a transcript without times
  std::size_t words = 0;
  double share = 0;  // part of the time, without times of the words; the sum of all is 1
};

// The shares of all speakers, the largest first; empty if there are fewer than two. A cue lasts as
// long as the file says, else until the next one begins. The length of other cues is estimated from
// their words, at the average speed of the rest.
std::vector<TalkShare> talk_shares(const SpokenText& spoken);

}  // namespace kbgen
