// Where in a conversation something is, in hundredths of its transcript: what the strip of an
// episode is drawn of. Hundredths are of the text and not of the time, so that transcripts without
// times have them, too.
#pragma once

#include <cstdint>
#include <vector>

#include "model/site.h"

namespace kbgen {

// The hundredth, 0 to 99, in which the byte `at` of the transcript's text is.
int hundredth_of(const SpokenText& spoken, std::uint32_t at);

// The hundredths, ascending, in which a speaker says most. `speaker` is an index into
// SpokenText::speakers; other labels of the same person count as the same.
std::vector<int> hundredths_of_talk(const SpokenText& spoken, std::size_t speaker);

// The hundredths in which the chapters begin that have a fragment.
std::vector<int> hundredths_of_chapters(const Episode& episode);

}  // namespace kbgen
