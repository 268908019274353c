#include "model/plan.h"

#include "model/routes.h"

namespace kbgen {

Plan plan_pages(const Site& site, const Map& map) {
  Plan plan{{
      {PageKind::home, "", {}},
      {PageKind::episodes, list_path("episodes"), {}},
      {PageKind::guests, list_path("guests"), {}},
      {PageKind::topics, list_path("topics"), {}},
      {PageKind::resources, list_path("resources"), {}},
      {PageKind::search, list_path("search"), {}},
      {PageKind::not_found, "404.html", {}},
  }};
  if (!map.empty()) plan.pages.push_back({PageKind::map, list_path("map"), {}});
  auto add = [&](PageKind kind, const auto& entities) {
    for (const auto& entity : entities)
      plan.pages.push_back({kind, path_of(site, entity.id), entity.id});
  };
  add(PageKind::show, site.shows);
  add(PageKind::episode, site.episodes);
  add(PageKind::guest, site.people);
  add(PageKind::topic, site.topics);
  add(PageKind::resource, site.resources);
  add(PageKind::page, site.pages);
  return plan;
}

}  // namespace kbgen
