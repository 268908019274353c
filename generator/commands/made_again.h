// kbgen build --explain: why pages are not what they were.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/project.h"
#include "theme/reads.h"

namespace kbgen {

// What pages read differently than at the last build that noted it: a line for
// each, and what it all comes to. Notes `reads` in the output folder, for the
// next build.
std::vector<std::string> explain_build(const Project& project, ReadsOfPages reads,
                                       Diagnostics& diag);

}  // namespace kbgen
