// In JSON-LD a thing is identified by the address of its page on this site (`@id`), so that
// programs can put together what many pages say of it. Without `base_url` nothing has an address,
// and what makes no sense without one is left out.

#include "theme/json_ld.h"

#include <algorithm>

#include "base/text.h"
#include "model/routes.h"
#include "theme/citations.h"
#include "theme/json_ld_things.h"
#include "theme/meta_facts.h"
#include "theme/page_facts.h"

namespace kbgen {

namespace {

struct PageType {
  PageKind kind;
  std::string_view schema;
};

constexpr PageType page_types[] = {
    {PageKind::home, "WebSite"},
    {PageKind::episodes, "CollectionPage"},
    {PageKind::people, "CollectionPage"},
    {PageKind::topics, "CollectionPage"},
    {PageKind::resources, "CollectionPage"},
    {PageKind::episode, "WebPage"},
    {PageKind::person, "ProfilePage"},
    {PageKind::topic, "WebPage"},
    {PageKind::resource, "WebPage"},
    {PageKind::show, "WebPage"},
    {PageKind::page, "WebPage"},
    {PageKind::version, "WebPage"},
    {PageKind::part, "CollectionPage"},
    {PageKind::map, "WebPage"},
    {PageKind::search, "SearchResultsPage"},
    {PageKind::not_found, "WebPage"},
    {PageKind::health, "WebPage"},
};

static_assert(has_row_for_each(page_types, PageKind::health));

std::string_view page_type(PageKind kind) {
  return page_types[static_cast<std::size_t>(kind)].schema;
}

// Escapes JSON for a <script> element: nothing in it may look like markup, and in old JavaScript
// U+2028 and U+2029 end a line. In JSON all of these stand in strings only, which have escapes.
std::string safe_in_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    std::string_view rest = json.substr(i);
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      out += rest[2] == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (json[i] == '<' || json[i] == '>' || json[i] == '&') {
      out += json[i] == '<' ? "\\u003c" : json[i] == '>' ? "\\u003e" : "\\u0026";
    } else {
      out += json[i];
    }
  }
  return out;
}

// A step of the way from the home page to a page.
struct Crumb {
  std::string path, title;
};

// The list in which a page stands. Shows have no list of their own: above them is that of episodes.
std::optional<PageKind> list_above(const Plan& plan, const Page& page) {
  if (page.kind == PageKind::show) return PageKind::episodes;
  if (const Part* part = plan.part_of(page))
    return std::holds_alternative<PageKind>(part->whole)
               ? std::get<PageKind>(part->whole)
               : kind_of(std::get<EntityId>(part->whole)).list;
  return page.subject ? kind_of(*page.subject).list : std::nullopt;
}

// The page between that list and this one: an episode's show, a topic's wider topic, or the page of
// which this is a version or a part.
std::optional<EntityId> parent_of(const Knowledge& known, const Page& page) {
  const Site& site = known.site;
  if (const Part* part = known.plan.part_of(page);
      part && std::holds_alternative<EntityId>(part->whole))
    return std::get<EntityId>(part->whole);
  if (page.version) return site.versions[*page.version].page;
  if (page.kind == PageKind::episode) return site.episodes[std::get<EpisodeId>(*page.subject)].show;
  if (page.kind == PageKind::topic) return site.topics[std::get<TopicId>(*page.subject)].parent;
  return std::nullopt;
}

// The way from the home page to the page, both included, as pages show it.
std::vector<Crumb> crumbs_of(const View& view) {
  const Page& page = view.page();
  std::vector<Crumb> crumbs{{"", view.config().title}};
  if (auto list = list_above(view.known().plan, page))
    crumbs.push_back({path_of(*list), capitalize(name_of(*list))});
  if (auto parent = parent_of(view.known(), page))
    crumbs.push_back({path_of(view.site(), *parent), title_of(view.site(), *parent)});
  crumbs.push_back({page.path, title_of(view.publication(), view.page())});
  return crumbs;
}

Json breadcrumb_list(const View& view) {
  SchemaNode list("BreadcrumbList");
  Json::List items;
  for (const Crumb& crumb : crumbs_of(view)) {
    SchemaNode item("ListItem");
    item.add("position", static_cast<int>(items.size()) + 1);
    item.add("name", crumb.title);
    item.add("item", Json::Map{{"@id", view.absolute_url(crumb.path)}});
    items.push_back(std::move(item).take());
  }
  list.add("itemListElement", std::move(items));
  return std::move(list).take();
}

// Tells programs how to search the site for their users.
Json search_action(const View& view) {
  SchemaNode target("EntryPoint");
  target.add("urlTemplate",
             view.absolute_url(path_of(PageKind::search)) + "?q={search_term_string}");
  SchemaNode action("SearchAction");
  action.add("target", std::move(target).take());
  action.add("query-input", "required name=search_term_string");
  return std::move(action).take();
}

void describe_site(const View& view, SchemaNode& site) {
  const Config& config = view.config();
  site.add("@id", view.absolute_url(""));
  site.add("description", config.description);
  site.add_license(config.license);
  if (!config.base_url.empty()) site.add("potentialAction", search_action(view));
}

// A version is about the same thing as the page whose version it is, if that still exists.
void describe_version(const View& view, const Version& version, SchemaNode& page) {
  page.add("version", version.hash);
  if (version.page) page.add("mainEntity", reference_to(view, *version.page));
}

void describe_page(const View& view, SchemaNode& page) {
  SchemaNode site("WebSite");
  site.add("@id", view.absolute_url(""));
  site.add("name", view.config().title);
  page.add("isPartOf", std::move(site).take());
  if (!view.config().base_url.empty()) page.add("breadcrumb", breadcrumb_list(view));
  page.add("isAccessibleForFree", true);
  if (view.page().kind == PageKind::topics) page.add("mainEntity", term_set(view));
  if (view.page().version) describe_version(view, view.site().versions[*view.page().version], page);
  if (view.page().subject && view.page().kind != PageKind::page)
    page.add("mainEntity", describe_thing(view, *view.page().subject));
}

}  // namespace

std::string json_ld(const View& view) {
  if (view.page().kind == PageKind::not_found) return "";
  SchemaNode page(page_type(view.page().kind));
  page.add("url", view.absolute_url(view.page().path));
  page.add("name", title_of(view.publication(), view.page()));
  page.add("inLanguage", view.citable().language);
  page.add_known("dateModified", view.changed());
  page.add("image", made_picture(view));
  if (view.page().kind == PageKind::home)
    describe_site(view, page);
  else
    describe_page(view, page);
  Json::Map root{{"@context", "https://schema.org"}};
  for (auto& member : std::move(page).take()) root.push_back(std::move(member));
  return safe_in_script(format_json(Json(std::move(root))));
}

}  // namespace kbgen
