// The site as permalinks.lock sees it: what stands at each path, in a line.
#pragma once

#include <string>
#include <vector>

#include "content/discover.h"
#include "model/plan.h"
#include "model/site.h"
#include "permalinks/losses.h"

namespace kbgen {

// Every page, also those that are copied as the author wrote them, and every
// path that leads to one; not 404.html, which nobody
// links to, nor the map, which is there when there is something to draw.
std::vector<PublishedPage> published_pages(const Site& site, const Plan& plan,
                                           const SourceTree& sources);

// What the lock says of them, and of the moments of their transcripts. What `kbgen
// init` made is not in it, as long as it is as it was made.
std::vector<std::string> lock_lines_of(const Site& site, const std::vector<PublishedPage>& pages,
                                       const Lock& before);

}  // namespace kbgen
