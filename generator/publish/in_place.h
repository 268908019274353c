// Publishes a site file by file, where the file system cannot exchange folders. Files change in an
// order in which no page that visitors can reach links to one that is not there yet, and by a
// journal, so that the next command can finish what was begun.
#pragma once

#include <string>

#include "publish/changes.h"
#include "publish/journal.h"
#include "publish/workspace_folders.h"

namespace kbgen {

struct InPlace {
  bool has_begun = false;  // false: the output folder was not changed
  std::string problem;     // empty: everything is published
};
InPlace publish_in_place(const Changes& changes, const WorkspaceFolders& workspace,
                         const LockChange& lock);

enum class Flush { yes, no };
// Does the steps of a journal, except those that are done already: old files that are in the way
// go, new files come in their order, then the lock, and last the other old files go. With
// Flush::yes the new files are on the disk before the lock changes, and everything is in the end.
// Returns an empty string, or what went wrong.
std::string follow_journal(const Journal& journal, Flush flush);

}  // namespace kbgen
