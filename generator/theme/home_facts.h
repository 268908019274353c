// What the home page shows where its author chose nothing.
#pragma once

#include <optional>
#include <vector>

#include "theme/view.h"

namespace kbgen {

// The newest episode that has a transcript and is no translation, else the newest of all.
std::optional<EpisodeId> newest_to_show(const View& view);

// The topic that is named most often of those that three episodes can be quoted on; none if there
// is no such topic.
std::optional<TopicId> topic_to_quote(const View& view);

// The people who take part and whose words about topics can be quoted, who names most first.
std::vector<PersonId> people_to_quote(const View& view, std::size_t limit);

// The years with the number of episodes of each, newest first, and where the list of episodes has
// them.
std::vector<YearCount> years_of_episodes(const View& view);

}  // namespace kbgen
