// The order in which a reader follows a show: the oldest episode first. A site has them the other
// way round.
#pragma once

#include <vector>

#include "model/site.h"

namespace kbgen {

// Turns episodes that are in the order of the site around: the oldest first, those without a date
// last, in the order in which they were.
std::vector<EpisodeId> by_age(const Site& site, std::vector<EpisodeId> episodes);

}  // namespace kbgen
