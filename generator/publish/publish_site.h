// The last stage of a build: puts the finished files into the output folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/lock_change.h"
#include "publish/outputs.h"
#include "publish/workspace.h"

namespace kbgen {

struct Published {
  enum class State {
    nothing,     // the output folder was not changed
    all,         // the output folder has everything that was built
    unfinished,  // some of it was published; the next command publishes the rest
  };
  State state = State::nothing;
  std::size_t written = 0, unchanged = 0, deleted = 0;  // files
  std::vector<std::string> strangers;  // paths of files that kbgen did not write; no hidden ones
};

// Puts the new site and the new lock in the place of the old ones: in one step where the file
// system can exchange folders, else file by file (exchange.h, in_place.h). Files that have the
// right bytes already are not written, and only files that an earlier publish wrote are deleted.
// Changes nothing if find_changes() reports an error, such as `stranger-in-output`, or if the new
// lock cannot be written (`lock-not-written`). Any other failure is reported as `cannot-write`.
Published publish(const Outputs& outputs, const Workspace& workspace, const NewLock& lock,
                  Diagnostics& diag);

// Publishes file by file, without a lock and without a journal on disk: for a folder that is of no
// use after a crash, such as that of `kbgen serve`.
Published publish_scratch(const Outputs& outputs, const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
