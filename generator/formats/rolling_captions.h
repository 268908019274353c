// Captions that roll, as those of YouTube and of television do: each cue repeats what the
// one before it showed.
#pragma once

#include <vector>

#include "formats/cue_blocks.h"
#include "formats/cue_text.h"

namespace kbgen {

// Takes out of each cue what the cue before it has shown already, if the captions of the
// file roll. A speaker who says the same words twice is left alone. `has_word_times` says
// that words have times of their own, which only rolling captions have.
void drop_repeated_words(std::vector<CueBlock>& blocks, CueMarkup markup, bool has_word_times);

}  // namespace kbgen
