#include "permalinks/lock_file.h"

#include "base/encoding.h"

namespace kbgen {

std::shared_ptr<const LockFile> read_lock_file(const std::string& path, LockMemo& memo,
                                               Diagnostics& diag) {
  auto is_unchanged = [&](const LockFile& before) { return before.stamp == stamp_of(path); };
  auto read_now = [&](Diagnostics& mine) {
    LockFile now{stamp_of(path), {}};
    std::optional<std::string> bytes = path.empty() ? std::nullopt : read_file_if_any(path, mine);
    if (bytes) now.lock = Lock::read(decode_source(path, *bytes, mine), mine);
    return now;
  };
  return memo.get(path, diag, is_unchanged, read_now);
}

}  // namespace kbgen
