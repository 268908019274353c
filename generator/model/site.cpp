#include "model/site.h"

#include "base/text.h"

namespace kbgen {

namespace {

template <class Entity>
const std::string& name_on_page(const Entity& entity) {
  return entity.title;
}
const std::string& name_on_page(const Person& person) { return person.name; }

template <class Entity>
const Prose& prose_of(const Entity& entity) {
  return entity.about;
}
const Prose& prose_of(const Episode& episode) { return episode.notes; }
const Prose& prose_of(const StaticPage& page) { return page.body; }
const Prose& prose_of(const Show&) {
  static const Prose none;
  return none;
}

const Metadata& metadata_of(const Site& site, EntityId entity) {
  return with_entity(site, entity, [](const Metadata& one) -> const Metadata& { return one; });
}

}  // namespace

const std::string& title_of(const Site& site, EntityId entity) {
  return with_entity(site, entity,
                     [](const auto& one) -> const std::string& { return name_on_page(one); });
}

const std::string& slug_of(const Site& site, EntityId entity) {
  return metadata_of(site, entity).slug;
}

const Prose& prose_of(const Site& site, EntityId entity) {
  return with_entity(site, entity, [](const auto& one) -> const Prose& { return prose_of(one); });
}

const std::vector<Alias>& old_paths_of(const Site& site, EntityId entity) {
  return metadata_of(site, entity).old_paths;
}

std::string source_of(const Site& site, EntityId entity) {
  return metadata_of(site, entity).origin.path;
}

std::optional<Date> updated_of(const Site& site, EntityId entity) {
  return metadata_of(site, entity).origin.updated;
}

std::vector<EntityId> all_entities(const Site& site) {
  std::vector<EntityId> all;
  auto add = [&](const auto& rows) {
    for (const auto& row : rows) all.emplace_back(row.id);
  };
  add(site.episodes);
  add(site.people);
  add(site.topics);
  add(site.resources);
  add(site.shows);
  add(site.pages);
  return all;
}

std::string summary_of(const Episode& episode) {
  constexpr std::size_t limit = 220;
  if (!episode.summary.empty()) return episode.summary;
  if (!episode.notes.text.empty()) return excerpt(episode.notes.text, limit);
  if (!episode.spoken) return "";
  return excerpt(code_point_range(episode.spoken->transcript.text, 0, 2 * limit), limit);
}

std::optional<Timecode> duration_of(const Episode& episode) {
  if (episode.audio && episode.audio->duration) return episode.audio->duration;
  return episode.spoken ? episode.spoken->duration : std::nullopt;
}

}  // namespace kbgen
