// What was published once and would not be there after this build.
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
  bool accept = false;  // they are removed on purpose
  std::string date;     // of the build; may be empty
  // What makes old paths lead to the page of a file; nothing where the file
  // cannot say so.
  std::function<std::optional<Fix>(const std::string& source,
                                   const std::vector<std::string>& old_paths)>
      add_aliases{};
};

struct Losses {
  std::vector<LockedPage> removed;      // pages that are gone on purpose, now or before
  std::vector<std::string> lock_lines;  // what the next lock says of them
};

// Reports each path and each page's moments that would be lost, and what
// became of them as far as their content tells.
Losses find_losses(const Lock& lock, const std::vector<PublishedPage>& pages,
                   const LossPolicy& policy, Diagnostics& diag);

}  // namespace kbgen
