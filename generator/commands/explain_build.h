// Says why pages differ from those of an earlier build, for `kbgen build --explain`.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/project.h"
#include "theme/reads.h"

namespace kbgen {

// Compares what pages read with what they read at the last build with --explain. The result has one
// line for each difference, and a last one that sums up. Writes `reads` to .kbgen/reads in the
// output folder, for the next build to compare with.
std::vector<std::string> explain_build(const Project& project, ReadsOfPages reads,
                                       Diagnostics& diag);

}  // namespace kbgen
