// What a pinned page and the page of today have apart.
#pragma once

#include <string>
#include <vector>

#include "model/twin.h"

namespace kbgen {

// Lines as a reader sees them, in the order of their page.
struct VersionChanges {
  std::vector<std::string> added, removed;
  bool empty() const { return added.empty() && removed.empty(); }
};

// Empty, too, if the page is gone.
VersionChanges changes_since(const TwinInput& input, const Plan& plan, const Version& version);

// Newest first.
std::vector<VersionId> versions_of(const Site& site, EntityId page);

}  // namespace kbgen
