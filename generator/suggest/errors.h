// Finds errors of speech recognition: words that sound like a known name where they make no sense
// themselves.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "model/links.h"
#include "model/site.h"
#include "suggest/archive.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Returns one suggestion for each pair of words and name, the most certain first.
std::vector<Suggestion> find_errors(const Site& site, const Links& links, const Archive& archive,
                                    Diagnostics& diag);

}  // namespace kbgen
