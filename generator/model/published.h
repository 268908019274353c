// Compares the site with what the lock says was published, and makes the next lock.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/knowledge.h"
#include "model/page_dates.h"

namespace kbgen {

struct CarriedPermalinks {
  std::vector<LockedPage> removed;  // pages that were published and are gone on purpose
  LockChanges lock;                 // how its files change
};

// Checks that every path and moment that was published is still there, leads to where it is now, or
// was removed on purpose, and reports those for which none of that is true. `dates` are those of
// date_pages(). The lock does not hold samples of `kbgen init` that nobody has changed, 404.html,
// to which nobody links, and the map, which exists only while there is something to draw. Returns
// nothing for a project without a lock, and after a file could not be read.
CarriedPermalinks carry_permalinks(const Knowledge& known, const std::vector<PageDate>& dates,
                                   Diagnostics& diag);

}  // namespace kbgen
