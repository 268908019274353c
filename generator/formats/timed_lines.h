// Lines that begin with a time. `timed-lines` and `youtube` read them the same way.
#pragma once

#include "base/diagnostics.h"
#include "formats/evidence.h"
#include "formats/transcript_cues.h"

namespace kbgen {

// Whether half of the lines begin with a time, or a third are nothing but a time.
bool are_timed_lines(const LineSurvey& lines);

Transcript parse_timed_lines(const SourceFile& file, Diagnostics& diag);

}  // namespace kbgen
