// What a publish is about to do, written before it does it: whatever kills it,
// the next command makes the old site of it or the new one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

// permalinks.lock as it will be. Its new bytes wait beside it (waiting_path()).
struct LockChange {
  std::string path;    // empty: it stays as it is
  std::string before;  // digest of the bytes that it takes the place of; empty: there are none
};

// Flushes the lock's folder to the disk.
std::string flush_lock(const LockChange& lock);

enum class PublishWay { exchange, in_place };

struct Journal {
  PublishWay way = PublishWay::exchange;
  std::string output;      // absolute, as all paths here but those of the site
  std::string new_folder;  // exchange: identity of the new site's folder, wherever it is
  std::vector<std::pair<std::string, std::string>> moves;  // in place: staged file → path
  std::vector<std::string> removed;                        // in place: paths
  // In place: paths of files that somebody else put there with the same bytes.
  std::vector<std::string> adopted;
  LockChange lock;
};

// "device:inode"; empty where nothing is.
std::string identity_of(const std::string& path);

// An empty string, or what went wrong. On the disk all paths are relative to
// the journal's own folder, so that the whole project may be moved.
std::string write_journal(const std::string& path, const Journal& journal);

// Nothing where there is none. Reports `unreadable-file` and `bad-journal`.
std::optional<Journal> read_journal(const std::string& path, Diagnostics& diag);

// The lock's new bytes, if they still wait, take their place; where somebody
// changed the lock meanwhile, the lines of both stay.
std::string commit_lock(const LockChange& lock);

// They are forgotten.
void discard_lock(const LockChange& lock);

}  // namespace kbgen
