// What belongs together, from what is said together.
#pragma once

#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// Fills Links::related_episodes, related and topics_with; mentions are there.
void relate(const Site& site, Links& links);

// Dunning's log-likelihood ratio, G² (Computational Linguistics 19:1, 1993):
// how surprising it is that two things come up in `both` of `total` moments,
// when one comes up in `one` of them and the other in `other`, if they had
// nothing to do with each other. Zero if they meet no oftener than by chance.
//
// Counts alone favour what is said everywhere, and mutual information what was
// said twice; G² weighs both, and is still right for counts as small as ours.
double association(std::uint32_t both, std::uint32_t one, std::uint32_t other, std::uint32_t total);

// Chance alone does so once in twenty: G² with one degree of freedom.
inline constexpr double beyond_doubt = 3.84;

}  // namespace kbgen
