// data/entities.json: everything that has a page, for programs. Ids are the
// paths of the pages, so that they last as long as the pages do.

#include "base/json.h"
#include "exports/exports.h"
#include "model/routes.h"

namespace kbgen {

static Json paths_of(const Site& site, const auto& ids) {
  Json::List paths;
  for (auto id : ids) paths.emplace_back(path_of(site, id));
  return paths;
}

static Json texts_of(const std::vector<SpokenName>& names) {
  Json::List texts;
  for (const SpokenName& name : names) texts.emplace_back(name.text);
  return texts;
}

std::vector<OutputFile> export_data(const ExportInput& input, Diagnostics& diag) {
  const Site& site = input.site;
  Json::List entities;
  auto add = [&](EntityId id, Json::Map more) {
    Json::Map entity{
        {"id", path_of(site, id)}, {"kind", kind_name(id)}, {"title", title_of(site, id)}};
    for (auto& member : more) entity.push_back(std::move(member));
    if (!std::holds_alternative<EpisodeId>(id))
      entity.emplace_back("mentions",
                          static_cast<std::int64_t>(input.links.mentions_of[id].size()));
    entities.emplace_back(std::move(entity));
  };
  for (const Episode& e : site.episodes) {
    Json::Map more{{"hosts", paths_of(site, e.hosts)},
                   {"guests", paths_of(site, e.guests)},
                   {"topics", paths_of(site, e.topics)},
                   {"resources", paths_of(site, e.resources)}};
    if (e.date) more.emplace_back("date", format_date_iso(*e.date));
    if (e.show) more.emplace_back("show", path_of(site, *e.show));
    add(e.id, std::move(more));
  }
  for (const Person& p : site.people) add(p.id, {{"role", p.role}});
  for (const Topic& t : site.topics) add(t.id, {{"aliases", texts_of(t.aliases)}});
  for (const Resource& r : site.resources) add(r.id, {{"type", r.type}, {"website", r.url}});
  Json data(Json::Map{{"title", input.project.config.title}, {"entities", std::move(entities)}});
  return {input.staging.add("data/entities.json", format_json(data, JsonLayout::indented), "data",
                            diag)};
}

}  // namespace kbgen
