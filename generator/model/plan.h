// Which pages there will be. Every URL of the site is known after this, so
// nothing later can invent one.
#pragma once

#include <optional>
#include <string>
#include <vector>

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

Plan plan_pages(const Site& site);

}  // namespace kbgen
