// Finds out what belongs together, from what is mentioned together.
#pragma once

#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// Fills Links::related_episodes, related and topics_with. Needs the mentions, `mentioned_in` and
// `episodes_of` of the links.
void relate(const Site& site, Links& links);

// Dunning's log-likelihood ratio, G² (Computational Linguistics 19:1, 1993):
// how surprising it is that two things come up in `both` of `total` moments,
// when one comes up in `one` of them and the other in `other`, if they had
// nothing to do with each other. Zero if they come up together no more often than by chance.
//
// Plain counts favour what is mentioned everywhere, and mutual information what was mentioned
// twice. G² balances both, and is still right for counts as small as ours.
double association(std::uint32_t both, std::uint32_t one, std::uint32_t other, std::uint32_t total);

// Chance alone gives a G² above this once in twenty cases (one degree of freedom, 5 % level).
inline constexpr double beyond_doubt = 3.84;

}  // namespace kbgen
