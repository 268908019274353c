// Finds phrases to which an episode, or several, come back, and that have no page yet.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "suggest/archive.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Returns the most certain first.
std::vector<Suggestion> find_topics(const Site& site, const Archive& archive, Diagnostics& diag);

}  // namespace kbgen
