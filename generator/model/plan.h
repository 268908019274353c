// Plans which pages the site will have. After this every address is known, and nothing later can
// invent one.
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
  std::string path;                    // below the site's root: "topics/kaggle/", "404.html"
  std::optional<EntityId> subject{};   // what the page is about; none for lists and versions
  std::optional<VersionId> version{};  // what a pinned version shows; none for other pages
};

// An old path, and the page that it leads to.
struct Redirect {
  std::string from;  // as Page::path
  EntityId to;
  Span span;  // of the old path in the author's file
};

struct Plan {
  std::vector<Page> pages;  // the lists first, then entities by kind, versions last
  std::vector<Redirect> redirects;

  // The index of an element of `pages`, which is its index in lists beside the plan, too. Nothing
  // for any other page object.
  std::optional<std::size_t> index_of(const Page& page) const;
};

// The path of the content file of a page, below the project's root; empty if it has none.
std::string source_of(const Site& site, const Page& page);

// Plans all pages and redirects. There is a page for the map unless the map is empty. Reports
// `bad-alias` for an old path that cannot be one, and `alias-clash` for one that is a page or comes
// twice, so that no redirect ever leads to another.
Plan plan_pages(const Site& site, const Map& map, Diagnostics& diag);

}  // namespace kbgen
