// What speech recognition heard, replaced by what was said.
#pragma once

#include <string>
#include <vector>

#include "content/values.h"
#include "formats/transcript.h"
#include "model/site.h"

namespace kbgen {

struct CorrectedTranscript {
  Transcript transcript;
  std::vector<Correction> corrections;    // ranges of the corrected text, ascending
  std::vector<std::uint32_t> times_used;  // one a rule
};

// Whole words, in any case. What is said in small letters keeps the capital that
// was heard, and what was heard in capitals stays in capitals; PyTorch is
// written as PyTorch. The longest rule wins; of two rules for the same words, the first one. Words
// are put right across cues, too, but never across two turns.
CorrectedTranscript correct(Transcript transcript, const std::vector<CorrectionRule>& rules);

}  // namespace kbgen
