// Who talks how much.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/site.h"

namespace kbgen {

struct TalkShare {
  std::int32_t speaker = -1;     // index into SpokenText::speakers: the first of one person's
  std::optional<Timecode> time;  // none in a transcript without times
  std::size_t words = 0;
  double share = 0;  // of the time, else of the words; all together 1
};

// Who talks most first; empty when fewer than two speakers are told. A cue
// lasts as long as the file says, else until the next one begins; what has no
// such end counts by its words, at the speed of the others.
std::vector<TalkShare> talk_shares(const SpokenText& spoken);

}  // namespace kbgen
