// Lines that begin with a time: read the same way whoever wrote them.
#pragma once

#include "base/diagnostics.h"
#include "formats/transcript.h"

namespace kbgen {

Transcript parse_timed_lines(const SourceFile& file, Diagnostics& diag);

}  // namespace kbgen
