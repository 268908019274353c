// Checks the folder that a site is to be written to.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"

namespace kbgen {

// Reports `output-over-sources` for an output folder that holds sources of the site, because
// publishing deletes and renames files in it, and `cannot-write` for one that is not a folder.
// Folders are compared by where they really are, through links, and not by their spelling.
void check_output_folder(const Project& project, Diagnostics& diag);

}  // namespace kbgen
