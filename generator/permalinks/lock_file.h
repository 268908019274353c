// Reads permalinks.lock from the disk, again only if it changed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/disk.h"
#include "base/memo.h"
#include "permalinks/lock.h"

namespace kbgen {

struct LockFile {
  std::optional<FileStamp> stamp;  // of the file when it was read; empty: there was none
  Lock lock;                       // empty where nothing was published yet
};
using LockMemo = Memo<LockFile>;

// Reads the lock at `path`, which is empty for a site without a lock. Returns the same object as
// the last time as long as the file did not change, and never null.
std::shared_ptr<const LockFile> read_lock_file(const std::string& path, LockMemo& memo,
                                               Diagnostics& diag);

}  // namespace kbgen
