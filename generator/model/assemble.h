// Records into the knowledge base: names become ids.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "content/records.h"
#include "model/site.h"
#include "permalinks/lock.h"

namespace kbgen {

// Reports what does not fit together: duplicates, names that nobody has,
// quotes that were not said. The site holds everything that does.
Site assemble(Records records, const Project& project, const Lock& lock, Diagnostics& diag);

}  // namespace kbgen
