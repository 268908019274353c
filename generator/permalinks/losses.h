// Finds pages and moments that were published and would not be there after this build.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "permalinks/successors.h"

namespace kbgen {

struct LossPolicy {
  std::string root;     // of the project: sources are below it
  bool accept = false;  // losses are on purpose: --accept-removed
  std::string date;     // of the build; may be empty
  // Returns the edit that makes old paths lead to the page of a file, by its `aliases:`; nothing
  // if the file cannot have any.
  std::function<std::optional<Fix>(const std::string& source,
                                   const std::vector<std::string>& old_paths)>
      add_aliases{};
};

struct Losses {
  std::vector<LockedPage> removed;   // pages that are gone on purpose, now or before
  std::vector<LockLine> lock_lines;  // what the next lock says of lost pages and moments
};

// Reports `lost-path` for each page that would be lost, with the page that took its place if their
// content tells, and `lost-moments` for each page whose moments would be lost. Losses that are
// accepted are not reported.
Losses find_losses(const Lock& lock, const std::vector<PublishedPage>& pages,
                   const LossPolicy& policy, Diagnostics& diag);

}  // namespace kbgen
