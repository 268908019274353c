// Publishes a site in one step: the new site is made as a whole folder, and the file system
// exchanges its name with that of the old one (renameat2 of Linux).
#pragma once

#include <string>

#include "publish/changes.h"
#include "publish/journal.h"
#include "publish/workspace_folders.h"

namespace kbgen {

enum class ExchangeState {
  done,
  not_possible,  // the file system or the output folder does not allow it; nothing was changed
  failed,        // the old site and the old lock are in place
  unfinished,    // the new site is in place; the next command does what is left of the journal
};

struct Exchange {
  ExchangeState state = ExchangeState::done;
  std::string problem;  // what went wrong; empty for `done` and `not_possible`
};

// Files that do not change become hard links in the new folder and are not written again.
Exchange exchange_sites(const Changes& changes, const WorkspaceFolders& workspace,
                        const LockChange& lock);

// Does what follows an exchange: flushes it to the disk, moves over what somebody put into the old
// folder meanwhile, and removes the journal. Returns an empty string, or what went wrong.
std::string complete_exchange(const WorkspaceFolders& workspace, const LockChange& lock);

}  // namespace kbgen
