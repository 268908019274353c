// What is not wrong, but probably not meant: for `kbgen check` alone.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// Reports `unmentioned`: topics and resources that nobody names in any
// transcript, so that their pages have nothing to show.
void check_knowledge(const Project& project, const Site& site, const Links& links,
                     Diagnostics& diag);

}  // namespace kbgen
