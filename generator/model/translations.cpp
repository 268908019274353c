#include "model/translations.h"

#include <utility>

namespace kbgen {

std::vector<bool> counted_episodes(const Site& site) {
  std::vector<bool> counts(site.episodes.size(), true);
  std::vector<bool> has_speech(site.episodes.size());  // by original: whether anybody stands for it
  for (const Episode& episode : site.episodes)
    if (!episode.translation_of) has_speech[episode.id.index] = episode.spoken != nullptr;
  for (const Episode& episode : site.episodes) {
    if (!episode.translation_of) continue;
    std::uint32_t original = episode.translation_of->index;
    counts[episode.id.index] = episode.spoken && !has_speech[original];
    if (!counts[episode.id.index]) continue;
    counts[original] = false;
    has_speech[original] = true;
  }
  return counts;
}

EntityLists<EpisodeId> translations_of_all(const Site& site) {
  EntityLists<EpisodeId> groups, others;
  for (const Episode& episode : site.episodes)
    if (episode.translation_of) groups[*episode.translation_of].push_back(episode.id);
  for (const Episode& original : site.episodes) {
    if (original.translation_of) continue;
    const std::vector<EpisodeId> translations = std::as_const(groups)[original.id];
    others[original.id] = translations;
    for (EpisodeId translation : translations) {
      others[translation].push_back(original.id);
      for (EpisodeId other : translations)
        if (other != translation) others[translation].push_back(other);
    }
  }
  return others;
}

}  // namespace kbgen
