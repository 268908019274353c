// Finds people, books and tools that transcripts name and that have no page yet.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "suggest/archive.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Returns the most certain first. `misheard` has words that were something else and are no names,
// folded. Names are recognised by their capitals, so none is found in transcripts without them.
std::vector<Suggestion> find_names(const Site& site, const Archive& archive,
                                   const std::set<std::string>& misheard, Diagnostics& diag);

}  // namespace kbgen
