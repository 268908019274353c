#include "model/by_age.h"

#include <algorithm>

namespace kbgen {

std::vector<EpisodeId> by_age(const Site& site, std::vector<EpisodeId> episodes) {
  auto is_dated = [&](EpisodeId id) { return site.episodes[id].date.has_value(); };
  auto undated = std::stable_partition(episodes.begin(), episodes.end(), is_dated);
  std::reverse(episodes.begin(), undated);
  return episodes;
}

}  // namespace kbgen
