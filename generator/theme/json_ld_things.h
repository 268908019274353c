// Entities (episodes, people, topics, resources, shows, pages) as things of schema.org.
#pragma once

#include "theme/json_ld_node.h"
#include "theme/view.h"

namespace kbgen {

// The entity's type: PodcastEpisode, Person, DefinedTerm, Book …
std::string_view schema_type(const Site& site, EntityId entity);

// A reference to the entity: type, address and name.
Json::Map reference_to(const View& view, EntityId entity);

// Everything that is known of the entity. Of a hand-written page, which may be about anything, it
// is the reference alone.
Json::Map describe_thing(const View& view, EntityId entity);

// The part of describe_thing() for episodes; in json_ld_episode.cpp.
Json::Map describe_episode(const View& view, const Episode& episode);

// The set of all topics of the site, of which each topic is a term.
Json::Map term_set(const View& view);

// References to the first dozen of the entities. A page that is about hundreds need not repeat all
// of them here: they are in its text and in /data/.
template <class Ids>
Json::List references_to(const View& view, const Ids& ids) {
  constexpr std::size_t most = 12;
  Json::List things;
  for (auto id : ids) {
    if (things.size() == most) break;
    things.emplace_back(reference_to(view, id));
  }
  return things;
}

// What every description begins with: type, address, name, description and picture.
SchemaNode begin_description(const View& view, EntityId entity);

}  // namespace kbgen
