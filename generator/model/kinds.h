// The kinds of pages, and the kinds of things that have pages, with one row each. Other code that
// adds something for a kind (its template, its type of schema.org, its weight in search) has a
// table of its own, which has_row_for_each() checks for completeness.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "content/kinds.h"
#include "model/site.h"

namespace kbgen {

enum class PageKind {
  home,
  episodes,
  people,
  topics,
  resources,
  episode,
  person,
  topic,
  resource,
  show,
  page,
  version,
  part,  // a continuation of another page, see parts.h
  map,
  search,
  not_found,
  health  // a page for the authors; not in the plan, so not in search, sitemap or lock
};

struct PageKindRow {
  PageKind kind;
  // The value of `page.kind` in templates, and the key of the string that is its title.
  std::string_view name;
  // Whether such pages are in the sitemap and have Markdown twins.
  bool is_indexed = true;
};

inline constexpr PageKindRow page_kinds[] = {
    {PageKind::home, "home"},
    {PageKind::episodes, folder_of(ContentKind::episode).folder},
    {PageKind::people, folder_of(ContentKind::person).folder},
    {PageKind::topics, folder_of(ContentKind::topic).folder},
    {PageKind::resources, folder_of(ContentKind::resource).folder},
    {PageKind::episode, folder_of(ContentKind::episode).one},
    {PageKind::person, folder_of(ContentKind::person).one},
    {PageKind::topic, folder_of(ContentKind::topic).one},
    {PageKind::resource, folder_of(ContentKind::resource).one},
    {PageKind::show, "show"},
    {PageKind::page, folder_of(ContentKind::page).one},
    {PageKind::version, folder_of(ContentKind::version).one},
    {PageKind::part, "part"},
    {PageKind::map, "map"},
    {PageKind::search, "search", false},
    {PageKind::not_found, "not_found", false},
    {PageKind::health, "health", false},
};

static_assert(has_row_for_each(page_kinds, PageKind::health));

constexpr std::string_view name_of(PageKind kind) {
  return page_kinds[static_cast<std::size_t>(kind)].name;
}

constexpr bool is_indexed(PageKind kind) {
  return page_kinds[static_cast<std::size_t>(kind)].is_indexed;
}

// The pages that list everything of one kind, in the order of menus.
inline constexpr PageKind list_pages[] = {PageKind::episodes, PageKind::people, PageKind::topics,
                                          PageKind::resources};

constexpr bool is_list(PageKind kind) {
  return std::ranges::find(list_pages, kind) != std::end(list_pages);
}

// One kind of things that have pages and names.
struct EntityKind {
  std::string_view name;               // "guest": in [[guest:ada]], messages and exported data
  std::optional<ContentKind> content;  // kind of the defining files; none: config.yaml defines it
  std::string_view folder;             // folder of the pages: "guests"; empty: the site's root
  PageKind page;                       // kind of the page of one such thing
  std::optional<PageKind> list;        // the page that lists all; shows and pages have none
};

constexpr EntityKind kind_of_files(ContentKind content, PageKind page, PageKind list) {
  return {folder_of(content).one, content, folder_of(content).folder, page, list};
}

// The rows are in the order of EntityId.
inline constexpr EntityKind entity_kinds[] = {
    kind_of_files(ContentKind::episode, PageKind::episode, PageKind::episodes),
    kind_of_files(ContentKind::person, PageKind::person, PageKind::people),
    kind_of_files(ContentKind::topic, PageKind::topic, PageKind::topics),
    kind_of_files(ContentKind::resource, PageKind::resource, PageKind::resources),
    {"show", {}, "shows", PageKind::show, {}},
    {folder_of(ContentKind::page).one, ContentKind::page, "", PageKind::page, {}},
};

static_assert(std::size(entity_kinds) == std::variant_size_v<EntityId>);

constexpr const EntityKind& kind_of(EntityId id) { return entity_kinds[id.index()]; }

// The entities on a list page, in the order of the site; none for any other page.
std::vector<EntityId> entities_in(const Site& site, PageKind list);

// Whether there are any.
bool has_entities(const Site& site, PageKind list);

static_assert(kind_of(PersonId()).page == PageKind::person);
static_assert(kind_of(StaticPageId()).page == PageKind::page);

}  // namespace kbgen
