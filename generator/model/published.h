// What permalinks.lock says of the site, before this build and after it.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/knowledge.h"
#include "model/page_dates.h"

namespace kbgen {

struct CarriedPermalinks {
  std::vector<LockedPage> removed;  // pages that were published and are gone on purpose
  std::string changed_lock;         // permalinks.lock as it must be; empty: as it is
};

// What was published once stays, leads on, or is gone on purpose: reports every path and moment
// for which none of that is true. `dates` are those of date_pages(). What `kbgen init` made is not
// in the lock as long as it is as it was made, and neither are 404.html, which nobody links to,
// and the map, which is there when there is something to draw.
CarriedPermalinks carry_permalinks(const Knowledge& known, const std::vector<PageDate>& dates,
                                   Diagnostics& diag);

}  // namespace kbgen
