// The last stage: the output folder becomes what was built.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"

namespace kbgen {

struct Published {
  std::size_t written = 0, unchanged = 0, deleted = 0;
  std::vector<std::string> strangers;  // paths of what kbgen did not write, and keeps
};

// Each file changes at once or not at all; bytes that are there already are
// not written; only files that an earlier publish wrote are deleted. Reports
// `stranger-in-output` and changes nothing when a file that kbgen did not
// write is in the way.
Published publish(const Outputs& outputs, const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
