// What a publish changes in the output folder, decided before anything is
// touched.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "publish/tree.h"

namespace kbgen {

// Bytes that wait outside of the output folder, and the path where they go.
struct WaitingFile {
  std::string from, path;
  bool is_copy = false;  // `from` is the author's own file
};

struct Changes {
  std::set<std::string> before, now;  // kbgen's own files, by path
  // So ordered that no page leads to one that comes later.
  std::vector<WaitingFile> written;
  std::vector<std::string> unchanged, removed;  // paths
  std::vector<std::string> strangers;  // paths of what kbgen did not write, folders as well
  Tree tree;                           // as it is

  // Paths of files that somebody else put there with the same bytes: they are
  // kbgen's own from now on.
  std::vector<std::string> adopted() const;
  bool is_empty() const { return written.empty() && removed.empty() && before == now; }
};

// Reports `stranger-in-output` where something that kbgen did not write is in
// the way, and what cannot be read.
Changes find_changes(const Outputs& outputs, const std::string& folder, Diagnostics& diag);

}  // namespace kbgen
