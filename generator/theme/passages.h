// Mentions as pages show them: grouped, counted, placed in the hour.
#pragma once

#include <string>
#include <vector>

#include "theme/view.h"

namespace kbgen {

// Who says the name, most often first.
std::vector<SpeakerCount> who_says(const View& view, EntityId entity);

// By the year of the episode, without gaps; undated episodes do not count.
std::vector<YearCount> mentions_by_year(const View& view, EntityId entity);

// Address of a moment; of the page where there is no transcript.
std::string url_of_place(const View& view, const Place& place);

// Where in an episode an entity comes up: hundredths of its length, ascending,
// none twice.
std::vector<int> places_in_episode(const View& view, EntityId entity, EpisodeId episode);

// Of everything that an episode mentions, what is of one kind.
template <class Id>
std::vector<Counted> mentioned_by(const View& view, EpisodeId episode) {
  std::vector<Counted> counted;
  for (const MentionCount& mentioned : view.links().mentioned_in[episode])
    if (std::holds_alternative<Id>(mentioned.target))
      counted.push_back({mentioned.target, mentioned.count, episode});
  return counted;
}

}  // namespace kbgen
