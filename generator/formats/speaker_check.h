// Labels that are probably not what their author meant.
#pragma once

#include "base/diagnostics.h"
#include "base/source.h"
#include "formats/transcript.h"

namespace kbgen {

// Reports `similar-speakers` (one name spelled two ways), `several-speakers`
// ("A and B") and `odd-speaker` (a whole sentence), each where it first stands.
void check_speakers(const Transcript& transcript, const SourceFile& file, Diagnostics& diag);

}  // namespace kbgen
