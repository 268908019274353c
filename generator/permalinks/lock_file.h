// Reads the lock of a project from the disk, again only what changed of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/disk.h"
#include "base/memo.h"
#include "permalinks/lock.h"

namespace kbgen {

// The lock as it was read.
struct LockFile {
  Lock lock;  // empty where nothing was published yet
};

// One file of it.
struct ReadPart {
  std::optional<FileStamp> stamp;        // of the file when it was read
  std::shared_ptr<const LockPart> part;  // null if it could not be read
};

struct LockMemo {
  explicit LockMemo(Memory memory) : parts(memory), whole(memory) {}
  Memo<ReadPart> parts;
  Memo<LockFile> whole;
};

// Reads the lock of the project at `root`, in which paths are shown as below `root`. If `root` has
// no value, the project has no lock. Returns the same object as the last time as long as no file of
// the lock changed, and never null. Reports `unreadable-file` and what reading finds.
std::shared_ptr<const LockFile> read_lock_file(const std::optional<std::string>& root,
                                               LockMemo& memo, Diagnostics& diag);

}  // namespace kbgen
