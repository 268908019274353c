// Computes who talks how much in an episode.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/site.h"
#include "model/stock_speech.h"

namespace kbgen {

struct TalkShare {
  std::int32_t speaker = -1;     // index into SpokenText::speakers, the first label of a person
  std::optional<Timecode> time;  // none in a transcript without times
  std::size_t words = 0;
  double share = 0;  // part of the time, without times of the words; the sum of all is 1
};

// The shares of all speakers, the largest first; empty if there are fewer than two. A cue lasts as
// long as the file says, else until the next one begins. The length of other cues is estimated from
// their words, at the average speed of the rest. `stock` is the episode's stock speech, whose words
// are nobody's; of the time of a cue it takes the part that it has of the words.
std::vector<TalkShare> talk_shares(const SpokenText& spoken, std::span<const StockRange> stock);

}  // namespace kbgen
