// Finds names that several entities have.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace kbgen {

// Reports `shared-alias` once for each name that could mean several entities. Those with
// `match: none` do not count, and `=Wave` is another name than "wave".
void report_shared_names(const Site& site, Diagnostics& diag);

}  // namespace kbgen
