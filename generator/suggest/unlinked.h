// Names in hand-written prose that no link leads from.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "model/site.h"
#include "suggest/suggestion.h"

namespace kbgen {

// In the order of files, each name once a page. What an author would have to
// link by hand; the page's own subject, and whatever it links to already, is
// left out.
std::vector<Suggestion> find_unlinked(const Site& site, const SourceTree& sources,
                                      const Project& project, Diagnostics& diag);

}  // namespace kbgen
