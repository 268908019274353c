// Who says what in the cues of a file.
#pragma once

#include <vector>

#include "formats/cue_blocks.h"
#include "formats/cue_text.h"
#include "formats/transcript_builder.h"

namespace kbgen {

// Adds the words of all cues to the transcript. Where the file has no voice tags,
// labels ("Name: "), dashes and ">>" tell who speaks; a label holds until the next.
void add_cues(const std::vector<CueBlock>& blocks, CueMarkup markup, TranscriptBuilder& transcript);

}  // namespace kbgen
