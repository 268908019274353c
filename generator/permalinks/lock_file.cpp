#include "permalinks/lock_file.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/parallel.h"
#include "permalinks/lock_names.h"

namespace kbgen {

namespace {

// The files of the lock, below `root`, in the order of their names. Whatever else lies in the
// folder is the author's own, and is left alone.
std::vector<std::string> lock_files_in(const std::string& root, Diagnostics& diag) {
  std::vector<std::string> names;
  if (exists(join_path(root, old_lock_file))) names.emplace_back(old_lock_file);
  for (const std::string& file : list_files(join_path(root, lock_folder), diag)) {
    std::string name = join_path(lock_folder, file);
    if (is_lock_name(name)) names.push_back(std::move(name));
  }
  return names;
}

std::shared_ptr<const ReadPart> read_part(const std::string& root, const std::string& name,
                                          LockMemo& memo, Diagnostics& diag) {
  const std::string path = join_path(root, name);
  auto is_unchanged = [&](const ReadPart& before) { return before.stamp == stamp_of(path); };
  auto read_now = [&](Diagnostics& mine) {
    ReadPart now{stamp_of(path), nullptr};
    if (std::optional<std::string> bytes = read_file_if_any(path, mine))
      now.part = std::make_shared<const LockPart>(name, decode_source(path, *bytes, mine), mine);
    return now;
  };
  return memo.parts.get(path, diag, is_unchanged, read_now);
}

}  // namespace

std::shared_ptr<const LockFile> read_lock_file(const std::optional<std::string>& root,
                                               LockMemo& memo, Diagnostics& diag) {
  std::vector<std::shared_ptr<const LockPart>> parts;
  if (root) {
    const std::vector<std::string> names = lock_files_in(*root, diag);
    for (const auto& read :
         parallel_map(names, diag, [&](const std::string&name, Diagnostics&mine) {
           return read_part(*root, name, memo, mine);
         }))
      if (read->part) parts.push_back(read->part);
  }
  auto is_unchanged = [&](const LockFile& before) { return before.lock.parts() == parts; };
  auto read_now = [&](Diagnostics& mine) { return LockFile{Lock(parts, mine)}; };
  return memo.whole.get("", diag, is_unchanged, read_now);
}

}  // namespace kbgen
