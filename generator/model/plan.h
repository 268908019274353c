// Which pages there will be. Every URL of the site is known after this, so
// nothing later can invent one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/kinds.h"
#include "model/map.h"
#include "model/site.h"

namespace kbgen {

struct Page {
  PageKind kind = PageKind::home;
  std::string path;  // below the site's root: "topics/kaggle/", "404.html"
  std::optional<EntityId> subject{};
  std::optional<VersionId> version{};  // what was said of it, or of nothing any more
};

// An old path, and the page that it leads to.
struct Redirect {
  std::string from;
  EntityId to;
  Span span;  // where the author says it
};

struct Plan {
  std::vector<Page> pages;  // the lists first, then entities in the order of the site
  std::vector<Redirect> redirects;

  // The place of one of `pages`, as lists beside the plan have it; nothing for any other page.
  std::optional<std::size_t> index_of(const Page& page) const;
};

// The file that the page is made of; empty if none is.
std::string source_of(const Site& site, const Page& page);

// A site of which hardly anything is connected has no map. Reports `bad-alias`, and `alias-clash`
// for one that is a page or stands twice; so no redirect ever leads to another.
Plan plan_pages(const Site& site, const Map& map, Diagnostics& diag);

}  // namespace kbgen
