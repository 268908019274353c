// The last stage: the output folder becomes what was built.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "publish/workspace.h"

namespace kbgen {

// permalinks.lock as it must be when the site is published.
struct NewLock {
  std::string path, text;  // no path: it stays as it is
};

struct Published {
  enum class State {
    nothing,     // the output folder is as it was
    all,         // it is what was built
    unfinished,  // the next command makes it so; until then it may be neither
  };
  State state = State::nothing;
  std::size_t written = 0, unchanged = 0, deleted = 0;
  std::vector<std::string> strangers;  // paths of what kbgen did not write, and keeps
};

// The new site takes the place of the old one, and the new lock that of the old
// one, in one step where the file system can exchange folders, else file by
// file (exchange.h, in_place.h). Bytes that are there already are not written; only files that an
// earlier publish wrote are deleted. Reports `stranger-in-output` and changes nothing
// when a file that kbgen did not write is in the way; else `cannot-write`.
Published publish(const Outputs& outputs, const Workspace& workspace, const NewLock& lock,
                  Diagnostics& diag);

// The same file by file, without a journal: for a folder that nobody misses.
Published publish_scratch(const Outputs& outputs, const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
