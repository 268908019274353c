// Resolves the hand-written parts of pages when everything is known that they may link to.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "model/site.h"

namespace kbgen {

struct Records;

// Resolves links in prose and the files (pictures, recordings) that front matter and config.yaml
// name, and checks the entries of the menu and the footer. `records` are in the order of the site.
// Reports what leads nowhere (see LinkTargets).
void resolve_prose(Site& site, const Records& records, const Project& project, Diagnostics& diag);

}  // namespace kbgen
