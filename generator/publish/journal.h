// The journal of a publish: what it is about to do, written to the disk before it begins. However
// the command is stopped, the next one finishes the new site by the journal, or keeps the old one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "publish/lock_change.h"

namespace kbgen {

enum class PublishWay { exchange, in_place };

struct Journal {
  PublishWay way = PublishWay::exchange;
  std::string output;      // absolute, as all paths here but those below the output folder
  std::string new_folder;  // exchange: identity_of() the new site's folder, which will be renamed
  std::vector<std::pair<std::string, std::string>> moves;  // in place: staged file → path
  std::vector<std::string> removed;                        // in place: paths below `output`
  // In place: paths of files that kbgen did not write, but that have the new bytes already.
  std::vector<std::string> adopted;
  LockChange lock;
};

// Returns "device:inode", which a folder keeps when it is renamed; empty if nothing is at `path`.
std::string identity_of(const std::string& path);

// Returns an empty string, or what went wrong. Absolute paths are written relative to the
// journal's own folder, so that the whole project may be moved.
std::string write_journal(const std::string& path, const Journal& journal);

// Returns nothing if there is no journal. Reports `unreadable-file` and `bad-journal`.
std::optional<Journal> read_journal(const std::string& path, Diagnostics& diag);

}  // namespace kbgen
