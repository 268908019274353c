// What publishing will change in the output folder, found out before anything is changed.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "publish/tree.h"

namespace kbgen {

// A finished file outside of the output folder, and the path that it gets below it.
struct WaitingFile {
  std::string from, path;
  bool is_copy = false;  // `from` is the author's own file: it is copied, not moved
};

struct Changes {
  std::set<std::string> before, now;  // paths of kbgen's own files: published earlier, and now
  // Other files come before pages, and new pages before those that are there already, so that a
  // page which visitors can reach never links to one that is not there yet.
  std::vector<WaitingFile> written;
  std::vector<std::string> unchanged, removed;  // paths
  std::vector<std::string> strangers;  // paths of what kbgen did not write, folders as well
  Tree tree;                           // what lies in the output folder now

  // Paths of files that kbgen did not write, but that have the new bytes already. From this
  // publish on they count as kbgen's own.
  std::vector<std::string> adopted() const;
  bool is_empty() const { return written.empty() && removed.empty() && before == now; }
};

// Compares `outputs` with what lies in `folder`, the output folder, and changes nothing there.
// Reports `stranger-in-output` where something that kbgen did not write is in the way,
// `unreadable-file` for folders that cannot be read, and what read_manifest() reports.
Changes find_changes(const Outputs& outputs, const std::string& folder, Diagnostics& diag);

}  // namespace kbgen
