// Learns which words stand around the names of entities, and tells how well other places fit them.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>

#include "model/links.h"
#include "model/site.h"
#include "suggest/archive.h"

namespace kbgen {

// Not thread safe.
class Contexts {
 public:
  // All three must outlive this.
  Contexts(const Site& site, const Links& links, const Archive& archive)
      : site_(site), links_(links), archive_(archive) {}

  // Returns how much the words around `size` words of an episode, from `first` on, speak for the
  // entity: from 0 for nothing to 1 for much. It is compared with what stands around the entity's
  // mentions and what is written about it, which is learned at the first call for the entity.
  double fit(EntityId entity, EpisodeId episode, std::uint32_t first, std::uint32_t size);

  // Whether the front matter of the episode names the entity: as host, guest, topic, resource or
  // show.
  bool is_in_front_matter(EntityId entity, EpisodeId episode) const;
  std::uint32_t mentions_in(EntityId entity, EpisodeId episode) const;
  bool is_mentioned_in(EntityId entity, EpisodeId episode) const {
    return mentions_in(entity, episode) > 0;
  }

 private:
  using Profile = std::unordered_map<std::uint32_t, double>;  // word → bits that speak for it

  const Profile& profile_of(EntityId entity);

  const Site& site_;
  const Links& links_;
  const Archive& archive_;
  std::map<EntityId, Profile> profiles_;
};

}  // namespace kbgen
