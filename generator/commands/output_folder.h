// Where a site is written to.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"

namespace kbgen {

// Reports an output folder that holds the sources, because publishing deletes
// and renames in it, and one that is no folder. What counts is where it is, not how it
// is spelled.
void check_output_folder(const Project& project, Diagnostics& diag);

}  // namespace kbgen
