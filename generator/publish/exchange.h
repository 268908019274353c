// The new site takes the place of the old one in one step: both are whole
// folders, and the file system exchanges their names (renameat2 of Linux).
#pragma once

#include <string>

#include "publish/changes.h"
#include "publish/journal.h"
#include "publish/workspace_folders.h"

namespace kbgen {

enum class ExchangeState {
  done,
  not_possible,  // the file system cannot do it, or the folder cannot be moved; nothing happened
  failed,        // the old site and the old lock are there
  unfinished,    // the new site is there, and the journal; the next command does what is left
};

struct Exchange {
  ExchangeState state = ExchangeState::done;
  std::string problem;  // what went wrong
};

// What does not change gets a second name in the new folder and is not
// written again.
Exchange exchange_sites(const Changes& changes, const WorkspaceFolders& workspace, const LockChange& lock);

// What follows the step: it is flushed to the disk, whatever somebody put into the old folder
// meanwhile moves over, and the journal goes. An empty string, or what went wrong.
std::string complete_exchange(const WorkspaceFolders& workspace, const LockChange& lock);

}  // namespace kbgen
