// Checks the labels of a transcript for what their author probably did not mean.
#pragma once

#include <span>
#include <string>

#include "base/diagnostics.h"
#include "base/source.h"
#include "formats/transcript_cues.h"

namespace kbgen {

// Reports `similar-speakers` (one name spelled two ways), `several-speakers`
// ("A and B") and `odd-speaker` (a whole sentence), each where it first stands. The
// author has said who the labels in `explained` are: they are not checked.
void check_speakers(const Transcript& transcript, const SourceFile& file,
                    std::span<const std::string> explained, Diagnostics& diag);

}  // namespace kbgen
