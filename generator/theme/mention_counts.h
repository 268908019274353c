// Counts of mentions as pages show them: by speaker, by year, by place in an episode.
#pragma once

#include <string>
#include <vector>

#include "theme/view.h"

namespace kbgen {

// How often each person says the entity's name, most often first.
std::vector<SpeakerCount> who_says(const View& view, EntityId entity);

// The address of a search for what a person says about an entity.
std::string url_of_search(const View& view, EntityId about, PersonId speaker);

// Mentions by the year of the episode, from the first year with any to the last, without gaps.
// Undated episodes do not count.
std::vector<YearCount> mentions_by_year(const View& view, EntityId entity);

// The address of a moment; that of the episode's page if it has no transcript.
std::string url_of_place(const View& view, const Place& place);

// Where in an episode an entity comes up, in hundredths of the transcript's length: 0 to 99,
// ascending, none twice. The episode must have a transcript.
std::vector<int> places_in_episode(const View& view, EntityId entity, EpisodeId episode);

// The entities of one kind that an episode mentions, most often first.
template <class Id>
std::vector<EntityCount> mentioned_by(const View& view, EpisodeId episode) {
  std::vector<EntityCount> counted;
  for (const MentionCount& mentioned : view.links().mentioned_in[episode])
    if (std::holds_alternative<Id>(mentioned.target))
      counted.push_back({mentioned.target, mentioned.count, episode});
  return counted;
}

}  // namespace kbgen
