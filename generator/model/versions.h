// Pinned pages, and what each and the page of today have apart.
#pragma once

#include <string>
#include <vector>

#include "content/project.h"
#include "model/twin.h"

namespace kbgen {

struct VersionRecord;

// `site` has all its pages already.
void add_versions(const std::vector<VersionRecord>& records, const Project& project, Site& site);

// Lines as a reader sees them, in the order of their page.
struct VersionChanges {
  std::vector<std::string> added, removed;
  bool empty() const { return added.empty() && removed.empty(); }
};

// Empty, too, if the page is gone.
VersionChanges changes_since(const Knowledge& known, const Strings& strings,
                             const Version& version);

// Newest first.
std::vector<VersionId> versions_of(const Site& site, EntityId page);

}  // namespace kbgen
