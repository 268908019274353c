// The hand-written parts of pages, once everything is there that they may link to.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "model/site.h"

namespace kbgen {

struct Records;

// Resolves the links of what authors wrote, and the files (pictures, recordings)
// that front matter and config.yaml name; checks the menu. `records` are in the
// order of the site. Reports what leads nowhere (see LinkTargets).
void resolve_prose(Site& site, const Records& records, const Project& project, Diagnostics& diag);

}  // namespace kbgen
