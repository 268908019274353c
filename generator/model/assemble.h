// Makes the knowledge base of the records: names of other content become ids.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "model/site.h"
#include "model/speech.h"
#include "permalinks/lock.h"

namespace kbgen {

struct Records;

// Reports what does not fit together, such as duplicates, unknown names, and quotes that were not
// said, and leaves it out of the site. `memo` may only be used again with the same Project and
// lock.
Site assemble(Records records, const Project& project, const Lock& lock, SpokenMemo& memo,
              Diagnostics& diag);

}  // namespace kbgen
