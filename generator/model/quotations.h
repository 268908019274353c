// What is worth reading first: the few passages that say most, which lead pages.
#pragma once

#include <optional>
#include <vector>

#include "model/links.h"
#include "model/passage.h"
#include "model/site.h"

namespace kbgen {

// At most three passages about an entity, each of another episode. Those whose speaker is known
// come first, of these the one that says most. No advertisement or stock phrase is among them, and
// of a long passage only the sentences that have the names. Safe to call from any thread.
std::vector<Passage> quotations_about(const Site& site, const Links& links, EntityId entity);

// The passage of an episode that says most about one of the topics that it is about: those of its
// front matter, else those that it mentions most often. None if nobody names one.
std::optional<Passage> quotation_of(const Site& site, const Links& links, EpisodeId episode);

}  // namespace kbgen
