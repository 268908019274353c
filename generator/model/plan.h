// Plans which pages the site will have. After this every address is known, and nothing later can
// invent one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/kinds.h"
#include "model/map.h"
#include "model/parts.h"
#include "model/site.h"
#include "permalinks/lock.h"

namespace kbgen {

struct Page {
  PageKind kind = PageKind::home;
  std::string path;                    // below the site's root: "topics/kaggle/", "404.html"
  std::optional<EntityId> subject{};   // what the page is about; none for lists, versions and parts
  std::optional<VersionId> version{};  // what a pinned version shows; none for other pages
  std::optional<std::size_t> part{};   // index of what a part shows in Plan::parts; else none
};

// An old path, and the page that it leads to.
struct Redirect {
  std::string from;  // as Page::path
  Whole to;
  Span span;  // of the old path in the author's file, or in the lock
};

struct Plan {
  std::vector<Page> pages;  // the lists first, then entities by kind, then parts, versions last
  std::vector<Redirect> redirects;
  std::vector<Part> parts;

  // The index of an element of `pages`, which is its index in lists beside the plan, too. Nothing
  // for any other page object.
  std::optional<std::size_t> index_of(const Page& page) const;

  // The parts of a page, in order; none if all of it is on the page itself.
  std::span<const Part> parts_of(const Whole& whole) const;
  // What a page shows as a part, or null.
  const Part* part_of(const Page& page) const { return page.part ? &parts[*page.part] : nullptr; }
};

// The path of the content file of a page, below the project's root; empty if it has none.
std::string source_of(const Site& site, const Page& page);

// Plans all pages and redirects. There is a page for the map unless the map is empty. A part that
// was published, as `lock` has it, and is not needed any more leads to the page that it continued.
// Reports `bad-alias` for an old path that cannot be one, and `alias-clash` for one that is a page
// or comes twice, so that no redirect ever leads to another.
Plan plan_pages(const Site& site, const Links& links, const Map& map, const Lock& lock,
                Diagnostics& diag);

}  // namespace kbgen
