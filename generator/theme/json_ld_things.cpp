#include "theme/json_ld_things.h"

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "citations/person_name.h"
#include "model/routes.h"
#include "theme/meta_facts.h"
#include "theme/page_facts.h"

namespace kbgen {

namespace {

// The type of schema.org for a type of resources.
struct ResourceType {
  std::string_view type, schema;
};

// schema.org has no type for a talk. CreativeWork fits whether it is a recording or a text.
constexpr ResourceType schema_types[] = {
    {"book", "Book"},
    {"course", "Course"},
    {"article", "Article"},
    {"paper", "ScholarlyArticle"},
    {"tool", "SoftwareApplication"},
    {"site", "WebSite"},
    {"talk", "CreativeWork"},
    {"episode", "PodcastEpisode"},
    {"company", "Corporation"},
    {"organization", "Organization"},
    {"podcast", "PodcastSeries"},
    {"video", "VideoObject"},
    {"newsletter", "Periodical"},
    {"dataset", "Dataset"},
    {"software", "SoftwareApplication"},
    {"event", "Event"},
};

static_assert(std::ranges::equal(schema_types, resource_types, {}, &ResourceType::type));

std::string_view schema_type(const Episode&) { return "PodcastEpisode"; }
std::string_view schema_type(const Person&) { return "Person"; }
std::string_view schema_type(const Topic&) { return "DefinedTerm"; }
std::string_view schema_type(const Resource& resource) {
  auto found = std::ranges::find(schema_types, resource.type, &ResourceType::type);
  return found == std::end(schema_types) ? "CreativeWork" : found->schema;
}
std::string_view schema_type(const Show&) { return "PodcastSeries"; }
std::string_view schema_type(const StaticPage&) { return "WebPage"; }

Json::List texts(const std::vector<std::string>& texts) {
  Json::List list;
  for (const std::string& text : texts)
    if (!text.empty()) list.emplace_back(text);
  return list;
}

// Addresses of pages about the same person elsewhere, each once.
std::vector<std::string> addresses_elsewhere(const Person& person) {
  std::vector<std::string> urls;
  auto add = [&](std::string_view url) {
    std::string web = web_url(url);
    if (!web.empty() && std::ranges::find(urls, web) == urls.end()) urls.push_back(web);
  };
  for (const std::string& url : person.same_as) add(url);
  for (const ExternalLink& link : person.links) add(link.url);
  return urls;
}

Json::Map describe(const View& view, const Episode& episode) {
  return describe_episode(view, episode);
}

Json::Map describe(const View& view, const StaticPage& page) { return reference_to(view, page.id); }

Json::Map describe(const View& view, const Person& person) {
  SchemaNode node = begin_description(view, person.id);
  PersonName name = name_of(person);
  node.add("givenName", name.given);
  node.add("familyName", name.particle.empty() ? name.family : name.particle + " " + name.family);
  node.add("jobTitle", person.role);
  node.add("sameAs", texts(addresses_elsewhere(person)));
  node.add("subjectOf", references_to(view, view.links().episodes_of[person.id]));
  return std::move(node).take();
}

Json::Map describe(const View& view, const Topic& topic) {
  SchemaNode node = begin_description(view, topic.id);
  node.add("termCode", topic.slug);
  node.add("alternateName", texts(texts_of(topic.aliases)));
  node.add("inDefinedTermSet", term_set(view));
  node.add("subjectOf", references_to(view, view.links().episodes_of[topic.id]));
  return std::move(node).take();
}

// A creator without a page has no type: the name may be a person's or an organization's.
Json::List creators_of(const View& view, const Resource& resource) {
  Json::List creators;
  for (const Creator& by : resource.by)
    creators.emplace_back(by.person ? reference_to(view, *by.person)
                                    : Json::Map{{"name", Json(by.name)}});
  return creators;
}

// What schema.org calls the makers, the year and the topics of a resource. Companies and events are
// not works, so nobody is their author.
struct ResourceTerms {
  std::string_view makers = "author", year = "datePublished", topics = "about";
};

ResourceTerms terms_of(const Resource& resource) {
  if (resource.type == "company" || resource.type == "organization")
    return {"founder", "foundingDate", "knowsAbout"};
  if (resource.type == "event") return {"organizer", "startDate", "about"};
  return {};
}

// Describes the resource itself: `url` is its own address, `@id` that of its page on this site.
Json::Map describe(const View& view, const Resource& resource) {
  SchemaNode node = begin_description(view, resource.id);
  node.add("url", web_url(resource.url));
  node.add("alternateName", texts(texts_of(resource.aliases)));
  const ResourceTerms terms = terms_of(resource);
  node.add(terms.makers, creators_of(view, resource));
  if (resource.year) node.add(terms.year, std::to_string(*resource.year));
  if (schema_type(resource) == "Book") node.add("isbn", resource.isbn);
  if (!resource.doi.empty()) node.add("sameAs", "https://doi.org/" + encode_url_path(resource.doi));
  node.add(terms.topics, references_to(view, resource.topics));
  node.add("subjectOf", references_to(view, view.links().episodes_of[resource.id]));
  return std::move(node).take();
}

Json::Map describe(const View& view, const Show& show) {
  SchemaNode node = begin_description(view, show.id);
  node.add("sameAs", web_url(show.url));
  node.add("webFeed", web_url(show.feed));
  node.add("inLanguage", view.config().language);
  if (show.hosts.empty())
    node.add("author", show.author);
  else
    node.add("author", references_to(view, show.hosts));
  node.add("hasPart", references_to(view, view.links().episodes_of[show.id]));
  return std::move(node).take();
}

}  // namespace

std::string_view schema_type(const Site& site, EntityId entity) {
  return with_entity(site, entity, [](const auto& one) { return schema_type(one); });
}

Json::Map reference_to(const View& view, EntityId entity) {
  SchemaNode node(schema_type(view.site(), entity));
  node.add("@id", absolute_url(view, entity));
  node.add("name", title_of(view.site(), entity));
  return std::move(node).take();
}

SchemaNode begin_description(const View& view, EntityId entity) {
  SchemaNode node(schema_type(view.site(), entity));
  std::string url = absolute_url(view, entity);
  node.add("@id", url);
  if (!std::holds_alternative<ResourceId>(entity)) node.add("url", url);
  node.add("name", title_of(view.site(), entity));
  node.add("description", description_of(view.site(), entity));
  node.add("image", picture_of(view, entity));
  return node;
}

Json::Map term_set(const View& view) {
  SchemaNode node("DefinedTermSet");
  node.add("@id", view.absolute_url(path_of(PageKind::topics)));
  node.add("name", view.config().title + ": " + capitalize(name_of(PageKind::topics)));
  return std::move(node).take();
}

Json::Map describe_thing(const View& view, EntityId entity) {
  return with_entity(view.site(), entity, [&](const auto& one) { return describe(view, one); });
}

}  // namespace kbgen
