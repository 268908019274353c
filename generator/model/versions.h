// Pinned versions of pages, and how they differ from the present pages.
#pragma once

#include <string>
#include <vector>

#include "content/project.h"
#include "model/twin.h"

namespace kbgen {

struct VersionRecord;

// Adds the pinned versions to a site that has all its other pages already. The bytes of the files
// are copied.
void add_versions(const std::vector<VersionRecord>& records, const Project& project, Site& site);

// Lines, without Markdown, that only the present page or only the version has, in the order of
// their page.
struct VersionChanges {
  std::vector<std::string> added, removed;
  bool empty() const { return added.empty() && removed.empty(); }
};

// Compares a version with the present page. Empty if nothing has changed or the page is gone.
VersionChanges changes_since(const Knowledge& known, const Strings& strings,
                             const Version& version);

// The versions of a page, newest first.
std::vector<VersionId> versions_of(const Site& site, EntityId page);

}  // namespace kbgen
