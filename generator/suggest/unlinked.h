// Finds names of known things in hand-written prose that are not linked.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "model/links.h"
#include "model/site.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Returns suggestions, one for each thing that a page names, those first of which readers have
// most. The page's own subject and things to which it links already are left out.
std::vector<Suggestion> find_unlinked(const Site& site, const Links& links,
                                      const SourceTree& sources, const Project& project,
                                      Diagnostics& diag);

}  // namespace kbgen
