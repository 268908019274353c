// Finds entities that nobody mentions, that nothing leads to, or one of whose names is never heard.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "model/check.h"
#include "model/inflections.h"
#include "model/kinds.h"
#include "model/words.h"

namespace kbgen {

namespace {

bool anything_said(const Site& site) {
  return std::ranges::any_of(site.episodes,
                             [](const Episode& episode) { return episode.spoken != nullptr; });
}

// By entity its mentions, as indexes into Links::mentions: also those that do not count.
using AllMentions = EntityLists<std::uint32_t>;

AllMentions all_mentions(const Links& links) {
  AllMentions all;
  for (std::uint32_t i = 0; i < links.mentions.size(); ++i)
    all[links.mentions[i].target].push_back(i);
  return all;
}

template <class Entity>
void report_unmentioned(const Knowledge& known, const AllMentions& mentions,
                        const Table<Entity>& entities, Diagnostics& diag) {
  for (const Entity& entity : entities) {
    if (!entity.match || !mentions[entity.id].empty()) continue;
    diag.warning("unmentioned", join_path(known.project->root, entity.origin.path),
                 fmt::format("nobody mentions the {} '{}'", kind_of(entity.id).name, entity.title),
                 "if it goes by other words in speech, add them as `aliases`");
  }
}

// The entities that others name in front matter or config.yaml, and topics with a parent or related
// topics, which have a place among the others by that.
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

void report_unused(const Knowledge& known, EntityId id, Diagnostics& diag) {
  std::string_view kind = kind_of(id).name;
  diag.warning("unused-entity", join_path(known.project->root, source_of(known.site, id)),
               fmt::format("nothing leads to the {} '{}'", kind, title_of(known.site, id)),
               fmt::format("name it in the front matter of an episode, link to it with [[{}:{}]], "
                           "or remove this file",
                           kind, slug_of(known.site, id)));
}

// The names by which an entity is heard or linked to.
std::set<std::string> names_in_use(const Knowledge& known, const AllMentions& mentions,
                                   EntityId id) {
  std::set<std::string> names;
  for (std::uint32_t index : mentions[id]) {
    const Mention& mention = known.links.mentions[index];
    names.insert(
        comparable_name(known.site.episodes[mention.episode].spoken->text_of(mention.text)));
  }
  for (const Backlink& backlink : known.links.backlinks[id])
    for (const Prose::Link& link : prose_of(known.site, backlink.from).links)
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
void report_unused_aliases(const Knowledge& known, const AllMentions& mentions,
                           const Entity& entity, const std::string& title, Diagnostics& diag) {
  // An entity that nobody mentions is reported as such already.
  if (!entity.match || mentions[entity.id].empty()) return;
  std::set<std::string> names = names_in_use(known, mentions, entity.id);
  std::map<std::string, std::string> earlier{{comparable_name(title), title}};
  for (const SpokenName& alias : entity.aliases) {
    std::string name = alias.exact_case ? "=" + alias.text : comparable_name(alias.text);
    auto [same, is_new] = earlier.emplace(name, alias.text);
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

void check_mentions(const Knowledge& known, Diagnostics& diag) {
  if (!anything_said(known.site)) return;
  const AllMentions mentions = all_mentions(known.links);
  report_unmentioned(known, mentions, known.site.topics, diag);
  report_unmentioned(known, mentions, known.site.resources, diag);
}

void check_use(const Knowledge& known, Diagnostics& diag) {
  const Site& site = known.site;
  const Links& links = known.links;
  const AllMentions mentions = all_mentions(links);
  bool said = anything_said(site);
  std::set<EntityId> named = named_by_others(site);
  auto report = [&](const auto& entity, bool is_known_unmentioned) {
    bool is_used = !mentions[entity.id].empty() || !links.episodes_of[entity.id].empty() ||
                   !links.backlinks[entity.id].empty() || named.contains(entity.id);
    if (!entity.origin.path.empty() && !is_used && !is_known_unmentioned)
      report_unused(known, entity.id, diag);
  };
  for (const Person& person : site.people) report(person, false);
  for (const Topic& topic : site.topics) report(topic, said && topic.match);
  for (const Resource& resource : site.resources) report(resource, said && resource.match);
  if (!said) return;
  for (const Person& person : site.people)
    report_unused_aliases(known, mentions, person, person.name, diag);
  for (const Topic& topic : site.topics)
    report_unused_aliases(known, mentions, topic, topic.title, diag);
  for (const Resource& resource : site.resources)
    report_unused_aliases(known, mentions, resource, resource.title, diag);
}

}  // namespace kbgen
