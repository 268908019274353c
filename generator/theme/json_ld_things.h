// Entities as things of schema.org.
#pragma once

#include "theme/json_ld_node.h"
#include "theme/view.h"

namespace kbgen {

// PodcastEpisode, Person, DefinedTerm, Book …
std::string_view schema_type(const Site& site, EntityId entity);

// Type, address and name: who it is.
Json::Map reference_to(const View& view, EntityId entity);

// Everything that is known. Not of hand-written pages, which are about anything.
Json::Map describe_thing(const View& view, EntityId entity);

Json::Map describe_episode(const View& view, const Episode& episode);

// All topics together.
Json::Map term_set(const View& view);

// The first of them, as references. A page is no catalogue: what it names in
// hundreds is in its text and in /data/.
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

// Type, address and name, where the page is, what it says and what it shows:
// what every description begins with.
SchemaNode begin_description(const View& view, EntityId entity);

}  // namespace kbgen
