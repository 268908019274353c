// What was published once and would not be there after this build.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "permalinks/lock.h"

namespace kbgen {

// A path that this build makes.
struct PublishedPage {
  std::string path;
  std::string source;  // the file that makes it; empty: none alone
  std::string title;
  std::vector<std::string> names;  // what else it is called
  PageSketch sketch;
  std::string content;          // digest of what it says; empty: nothing, or not known
  std::optional<Date> changed;  // when that last changed
  bool is_redirect = false;
  bool has_moments = false;  // it, or where it leads
};

struct LossPolicy {
  std::string root;     // of the project: sources are below it
  bool accept = false;  // they are removed on purpose
  std::string date;     // of the build; may be empty
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
