// Which words stand around a name, and whether some place looks like that.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>

#include "model/links.h"
#include "model/site.h"
#include "suggest/archive.h"

namespace kbgen {

class Contexts {
 public:
  Contexts(const Site& site, const Links& links, const Archive& archive)
      : site_(site), links_(links), archive_(archive) {}

  // 0: nothing around these words speaks for the entity; 1: much does. What
  // stands around its true mentions, and what is written about it, is learned
  // the first time somebody asks.
  double fit(EntityId entity, EpisodeId episode, std::uint32_t first, std::uint32_t size);

  // Whether the episode's author, its people or its other words have to do with
  // the entity.
  bool is_authored_in(EntityId entity, EpisodeId episode) const;
  std::uint32_t mentions_in(EntityId entity, EpisodeId episode) const;
  bool is_mentioned_in(EntityId entity, EpisodeId episode) const {
    return mentions_in(entity, episode) > 0;
  }

 private:
  using Profile = std::unordered_map<std::uint32_t, double>;  // word → how telling

  const Profile& profile_of(EntityId entity);

  const Site& site_;
  const Links& links_;
  const Archive& archive_;
  std::map<EntityId, Profile> profiles_;
};

}  // namespace kbgen
