// Episodes that are the same conversation in several languages: an original and its translations,
// each with a page of its own. Of these one counts in numbers.
#pragma once

#include <vector>

#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// By episode, whether what is said in it counts: of an original and its translations the original,
// or, if that has no transcript, the first in the order of the site that has one.
std::vector<bool> counted_episodes(const Site& site);

// For each episode that has them the others of its group, the original first.
EntityLists<EpisodeId> translations_of_all(const Site& site);

}  // namespace kbgen
