#include "model/plan.h"

#include <algorithm>
#include <functional>
#include <map>

#include "model/reserved_paths.h"
#include "model/routes.h"

namespace kbgen {

namespace {

class RedirectPlanner {
 public:
  RedirectPlanner(const Site& site, Plan& plan, Diagnostics& diag)
      : site_(site), plan_(plan), diag_(diag) {
    for (const Page& page : plan.pages) pages_.emplace(page.path, &page);
  }

  void add(EntityId entity) {
    for (const Alias& alias : old_paths_of(site_, entity)) {
      std::string from = path_of_alias(alias.text);
      if (from.empty())
        diag_.error("bad-alias", alias.span, "'" + alias.text + "' is not a path of this site",
                    "write it like /old/name/");
      else if (is_reserved_path(from))
        diag_.error("bad-alias", alias.span,
                    "'/" + from + "' is no place for pages: other files of the site lie there",
                    "names that begin with '.', assets and CNAME cannot be old paths");
      else if (is_free(from, entity, alias))
        plan_.redirects.push_back({from, entity, alias.span});
    }
  }

  // A page that needs fewer parts than it had, or none, still answers at their addresses.
  void add_former_parts(const Lock& lock) {
    for (const auto& [path, page] : lock.pages()) {
      if (page.is_removed || pages_.contains(path) || targets_.contains(path)) continue;
      if (std::optional<Whole> whole = whole_of_part(path))
        plan_.redirects.push_back({path, *whole, page.span});
    }
  }

 private:
  // What a path continued, if it is one that only parts have; it may have another path now.
  std::optional<Whole> whole_of_part(std::string_view path) const {
    std::string_view whole = path_of_whole_of(path);
    if (auto page = pages_.find(whole); !whole.empty() && page != pages_.end()) {
      if (page->second->subject) return *page->second->subject;
      if (is_list(page->second->kind)) return page->second->kind;
    }
    auto moved = targets_.find(std::string(whole));
    return moved == targets_.end() ? std::nullopt : std::optional<Whole>(moved->second);
  }

  bool is_free(const std::string& from, EntityId entity, const Alias& alias) {
    if (auto page = pages_.find(from); page != pages_.end()) {
      bool itself = page->second->subject == entity;
      std::string source = source_of(site_, *page->second);
      diag_.error("alias-clash", alias.span,
                  itself ? "'/" + from + "' is this page itself"
                         : "'/" + from + "' is a page, so it cannot lead to another",
                  itself || source.empty() ? "drop this alias" : "that page is made by " + source);
      return false;
    }
    auto [other, is_new] = targets_.emplace(from, entity);
    // "/old/a" and "/old/a/" are one path, which leads to this page either way.
    if (!is_new && other->second != entity)
      diag_.error("alias-clash", alias.span, "'/" + from + "' stands twice among old paths",
                  "the other leads to '/" + path_of(site_, other->second) + "'; drop one");
    return is_new;
  }

  const Site& site_;
  Plan& plan_;
  Diagnostics& diag_;
  std::map<std::string_view, const Page*> pages_;
  std::map<std::string, EntityId> targets_;
};

}  // namespace

std::optional<std::size_t> Plan::index_of(const Page& page) const {
  std::less<const Page*> before;
  const Page* end = pages.data() + pages.size();
  if (before(&page, pages.data()) || !before(&page, end)) return std::nullopt;
  return static_cast<std::size_t>(&page - pages.data());
}

std::span<const Part> Plan::parts_of(const Whole& whole) const {
  return {std::ranges::lower_bound(parts, whole, {}, &Part::whole),
          std::ranges::upper_bound(parts, whole, {}, &Part::whole)};
}

std::string source_of(const Site& site, const Page& page) {
  if (page.version) return site.versions[*page.version].origin.path;
  return page.subject ? source_of(site, *page.subject) : "";
}

Plan plan_pages(const Site& site, const Links& links, const Map& map, const Lock& lock,
                Diagnostics& diag) {
  Plan plan;
  plan.parts = plan_parts(site, links);
  auto add_list = [&](PageKind kind) { plan.pages.push_back({kind, path_of(kind), {}}); };
  add_list(PageKind::home);
  for (PageKind kind : list_pages) add_list(kind);
  add_list(PageKind::search);
  add_list(PageKind::not_found);
  if (!map.empty()) add_list(PageKind::map);
  auto add = [&](const auto& entities) {
    for (const auto& entity : entities)
      plan.pages.push_back({kind_of(entity.id).page, path_of(site, entity.id), entity.id});
  };
  add(site.shows);
  add(site.episodes);
  add(site.people);
  add(site.topics);
  add(site.resources);
  add(site.pages);
  for (std::size_t i = 0; i < plan.parts.size(); ++i)
    plan.pages.push_back({.kind = PageKind::part, .path = plan.parts[i].path, .part = i});
  for (const Version& version : site.versions)
    plan.pages.push_back({.kind = PageKind::version, .path = version.path, .version = version.id});
  RedirectPlanner redirects(site, plan, diag);
  for (const Page& page : plan.pages)
    if (page.subject) redirects.add(*page.subject);
  redirects.add_former_parts(lock);
  return plan;
}

}  // namespace kbgen
