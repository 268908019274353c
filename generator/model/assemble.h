// Records into the knowledge base: names become ids.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostics.h"
#include "base/memo.h"
#include "content/project.h"
#include "content/records.h"
#include "model/site.h"
#include "permalinks/lock.h"

namespace kbgen {

// What was said in one episode, and what it was made of.
struct MadeSpoken {
  std::shared_ptr<const Transcript> transcript;
  std::shared_ptr<const SpokenText> spoken;
  std::vector<std::uint32_t> correction_uses;  // of those of config.yaml
};
using SpokenMemo = Memo<MadeSpoken>;

// Reports what does not fit together: duplicates, names that nobody has,
// quotes that were not said. The site holds everything that does. A memory is
// good for one Project and one lock.
Site assemble(Records records, const Project& project, const Lock& lock, SpokenMemo& memo,
              Diagnostics& diag);

}  // namespace kbgen
