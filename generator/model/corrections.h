// Replaces what speech recognition heard by what was said.
#pragma once

#include <string>
#include <vector>

#include "content/values.h"
#include "formats/transcript_cues.h"
#include "model/site.h"

namespace kbgen {

struct CorrectedTranscript {
  Transcript transcript;
  std::vector<Correction> corrections;    // ranges of the corrected text, ascending
  std::vector<std::uint32_t> times_used;  // by rule
};

// Applies the rules to whole words, in any case. A correction in small letters takes over a capital
// at the beginning, and words that were all in capitals stay so; a spelling such as PyTorch is kept
// as the rule has it. The longest match wins; of two rules for the same words, the first one. Words
// may stand in two cues, but never in two turns.
CorrectedTranscript correct(Transcript transcript, const std::vector<CorrectionRule>& rules);

}  // namespace kbgen
