// The new site replaces the old one file by file, where the file system cannot
// exchange folders: in an order in which no page leads to one that is not there,
// and with a journal, so that the next command finishes what was begun.
#pragma once

#include <string>

#include "publish/changes.h"
#include "publish/journal.h"
#include "publish/workspace_folders.h"

namespace kbgen {

struct InPlace {
  bool has_begun = false;  // false: nothing was changed
  std::string problem;     // empty: all is done
};
InPlace publish_in_place(const Changes& changes, const WorkspaceFolders& workspace,
                         const LockChange& lock);

enum class Flush { yes, no };
// The steps of a journal, those that were made already passed over: the files in
// their order, the lock, and last what is removed. An empty string, or what went wrong.
std::string follow_journal(const Journal& journal, Flush flush);

}  // namespace kbgen
