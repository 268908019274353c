// Entities that lead a life of their own: nobody speaks of them, nothing leads
// to them, or a name of theirs is never heard.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "model/check.h"
#include "model/inflections.h"
#include "model/words.h"

namespace kbgen {

namespace {

bool anything_said(const Site& site) {
  return std::ranges::any_of(site.episodes,
                             [](const Episode& episode) { return episode.spoken != nullptr; });
}

template <class Entity>
void report_unmentioned(const CheckedSite& checked, const Table<Entity>& entities,
                        std::string_view kind, Diagnostics& diag) {
  for (const Entity& entity : entities) {
    if (!entity.match || !checked.links.mentions_of[entity.id].empty()) continue;
    diag.warning("unmentioned", join_path(checked.project.root, entity.origin.path),
                 fmt::format("nobody mentions the {} '{}'", kind, entity.title),
                 "if it goes by other words in speech, add them as `aliases`");
  }
}

// What other entities name in their front matter.
std::set<EntityId> named_by_others(const Site& site) {
  std::set<EntityId> named;
  for (const Show& show : site.shows) named.insert(show.hosts.begin(), show.hosts.end());
  for (const Topic& topic : site.topics) {
    if (topic.parent) named.insert({*topic.parent, topic.id});
    if (!topic.related.empty()) named.insert(topic.id);
    named.insert(topic.related.begin(), topic.related.end());
  }
  for (const Resource& resource : site.resources) {
    named.insert(resource.topics.begin(), resource.topics.end());
    for (const Creator& creator : resource.by)
      if (creator.person) named.insert(*creator.person);
  }
  return named;
}

void report_unused(const CheckedSite& checked, EntityId id, std::string_view kind,
                   Diagnostics& diag) {
  diag.warning("unused-entity", join_path(checked.project.root, source_of(checked.site, id)),
               fmt::format("nothing leads to the {} '{}'", kind, title_of(checked.site, id)),
               fmt::format("name it in the front matter of an episode, link to it with [[{}:{}]], "
                           "or remove this file",
                           kind, slug_of(checked.site, id)));
}

// The names by which an entity is heard or linked to.
std::set<std::string> names_in_use(const CheckedSite& checked, EntityId id) {
  std::set<std::string> names;
  for (std::uint32_t index : checked.links.mentions_of[id]) {
    const Mention& mention = checked.links.mentions[index];
    names.insert(
        comparable_name(checked.site.episodes[mention.episode].spoken->text_of(mention.text)));
  }
  for (const Backlink& backlink : checked.links.backlinks[id])
    for (const Prose::Link& link : prose_of(checked.site, backlink.from).links)
      if (link.target.entity == id) names.insert(comparable_name(link.place.text()));
  return names;
}

bool is_in_use(const std::set<std::string>& names, const std::string& alias) {
  auto has = [&](const std::optional<std::string>& form) {
    return form && names.contains(comparable_name(*form));
  };
  return has(alias) || has(plural_of(alias)) || has(singular_of(alias));
}

template <class Entity>
void report_unused_aliases(const CheckedSite& checked, const Entity& entity,
                           const std::string& title, Diagnostics& diag) {
  // Where nothing is heard there is one report already.
  if (!entity.match || checked.links.mentions_of[entity.id].empty()) return;
  std::set<std::string> names = names_in_use(checked, entity.id);
  std::map<std::string, std::string> known{{comparable_name(title), title}};
  for (const SpokenName& alias : entity.aliases) {
    std::string name = alias.exact_case ? "=" + alias.text : comparable_name(alias.text);
    auto [same, is_new] = known.emplace(name, alias.text);
    if (!is_new)
      diag.warning("unused-alias", alias.place,
                   fmt::format("'{}' is found as '{}' already", alias.text, same->second),
                   "case, accents and punctuation do not matter; drop it");
    else if (!is_in_use(names, alias.text))
      diag.warning("unheard-alias", alias.place,
                   fmt::format("nobody says '{}' for '{}'", alias.text, title),
                   "drop it, or see how transcripts write it; what is part of a longer name "
                   "belongs to that");
  }
}

}  // namespace

void check_mentions(const CheckedSite& checked, Diagnostics& diag) {
  if (!anything_said(checked.site)) return;
  report_unmentioned(checked, checked.site.topics, "topic", diag);
  report_unmentioned(checked, checked.site.resources, "resource", diag);
}

void check_use(const CheckedSite& checked, Diagnostics& diag) {
  const Site& site = checked.site;
  const Links& links = checked.links;
  bool said = anything_said(site);
  std::set<EntityId> named = named_by_others(site);
  auto report = [&](const auto& entity, std::string_view kind, bool is_known_unmentioned) {
    bool is_used = !links.mentions_of[entity.id].empty() || !links.episodes_of[entity.id].empty() ||
                   !links.backlinks[entity.id].empty() || named.contains(entity.id);
    if (!entity.origin.path.empty() && !is_used && !is_known_unmentioned)
      report_unused(checked, entity.id, kind, diag);
  };
  for (const Person& person : site.people) report(person, "guest", false);
  for (const Topic& topic : site.topics) report(topic, "topic", said && topic.match);
  for (const Resource& resource : site.resources)
    report(resource, "resource", said && resource.match);
  if (!said) return;
  for (const Person& person : site.people)
    report_unused_aliases(checked, person, person.name, diag);
  for (const Topic& topic : site.topics) report_unused_aliases(checked, topic, topic.title, diag);
  for (const Resource& resource : site.resources)
    report_unused_aliases(checked, resource, resource.title, diag);
}

}  // namespace kbgen
