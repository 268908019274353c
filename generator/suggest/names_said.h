// People, books and tools that are named and have no page yet.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "suggest/archive.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Best first. `misheard`: words that were something else (folded), which are no
// names. Names are known by their capitals: in transcripts that have none only
// what others write with capitals is found.
std::vector<Suggestion> find_names(const Site& site, const Archive& archive,
                                   const std::set<std::string>& misheard, Diagnostics& diag);

}  // namespace kbgen
