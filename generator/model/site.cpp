#include "model/site.h"

#include "base/text.h"

namespace kbgen {

namespace {

template <class Entity>
const std::string& name_on_page(const Entity& entity) {
  return entity.title;
}
const std::string& name_on_page(const Person& person) { return person.name; }

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
  return with_entity(site, entity, [](const auto& one) -> const Prose& { return one.prose; });
}

const Mentionable* mentionable_of(const Site& site, EntityId entity) {
  struct AsMentionable {
    const Mentionable* operator()(const Mentionable& one) const { return &one; }
    const Mentionable* operator()(const Metadata&) const { return nullptr; }
  };
  return with_entity(site, entity, AsMentionable());
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
  for_each_table(site, [&](const auto& table) {
    for (const auto& one : table) all.emplace_back(one.id);
  });
  return all;
}

std::string summary_of(const Episode& episode) {
  constexpr std::size_t limit = 220;
  if (!episode.summary.empty()) return episode.summary;
  if (!episode.prose.text.empty()) return excerpt(episode.prose.text, limit);
  if (!episode.spoken) return "";
  return excerpt(code_point_range(episode.spoken->transcript.text, 0, 2 * limit), limit);
}

std::optional<Timecode> duration_of(const Episode& episode) {
  if (episode.audio && episode.audio->duration) return episode.audio->duration;
  return episode.spoken ? episode.spoken->duration : std::nullopt;
}

}  // namespace kbgen
