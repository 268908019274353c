// One name for two things.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace kbgen {

// Reports `shared-alias`, once a name: whoever says it could mean any of them.
// What has `match: none` is not meant, and `=Wave` is another name than "wave".
void report_shared_names(const Site& site, Diagnostics& diag);

}  // namespace kbgen
