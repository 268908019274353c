// Records into the knowledge base: names become ids.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "model/site.h"
#include "model/speech.h"
#include "permalinks/lock.h"

namespace kbgen {

struct Records;

// Reports what does not fit together: duplicates, names that nobody has,
// quotes that were not said. The site holds everything that does. A memory is
// good for one Project and one lock.
Site assemble(Records records, const Project& project, const Lock& lock, SpokenMemo& memo,
              Diagnostics& diag);

}  // namespace kbgen
