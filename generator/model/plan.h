// Which pages there will be. Every URL of the site is known after this, so
// nothing later can invent one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map.h"
#include "model/site.h"

namespace kbgen {

enum class PageKind {
  home,
  episodes,
  guests,
  topics,
  resources,
  episode,
  guest,
  topic,
  resource,
  show,
  page,
  map,
  search,
  not_found
};

struct Page {
  PageKind kind = PageKind::home;
  std::string path;  // below the site's root: "topics/kaggle/", "404.html"
  std::optional<EntityId> subject;
};

struct Plan {
  std::vector<Page> pages;  // the lists first, then entities in the order of the site
};

// A site of which hardly anything is connected has no map.
Plan plan_pages(const Site& site, const Map& map);

}  // namespace kbgen
