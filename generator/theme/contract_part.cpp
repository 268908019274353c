// What templates may read of the parts of a page that is too long, see model/parts.h.

#include <algorithm>

#include "model/parts.h"
#include "theme/contract.h"

namespace kbgen {

using jinja::Value;

template <class Id>
static std::vector<EntityId> entries_as(const Part& part) {
  std::vector<EntityId> entries;
  std::ranges::copy_if(part.entries, std::back_inserter(entries),
                       [](EntityId entry) { return std::holds_alternative<Id>(entry); });
  return entries;
}

static std::size_t mentions_on(const Part& part, const View& view) {
  auto* entity = std::get_if<EntityId>(&part.whole);
  if (!entity) return 0;
  const Links& links = view.links();
  auto episode_of = [&](std::uint32_t mention) { return links.mentions[mention].episode; };
  std::size_t mentions = 0;  // the list of an entity's mentions is in the order of episodes
  const std::vector<std::uint32_t>& all = links.mentions_of[*entity];
  for (EntityId entry : part.entries) {
    EpisodeId episode = std::get<EpisodeId>(entry);
    mentions += static_cast<std::size_t>(std::ranges::upper_bound(all, episode, {}, episode_of) -
                                         std::ranges::lower_bound(all, episode, {}, episode_of));
  }
  return mentions;
}

std::span<const Field<Part>> Contract<Part>::fields() {
  static constexpr Field<Part> fields[] = {
      {"name", "text", "Its years or its letter; empty for what has neither.",
       [](const Part& p, const View& v) { return v.text(p.name); }},
      {"number", "number", "Its place among the parts of this name, from 1.",
       [](const Part& p, const View& v) { return v.number(std::size_t{p.number}); }},
      {"url", "text", "Address of the part.",
       [](const Part& p, const View& v) { return Value::text(v.url(p.path)); }},
      {"count", "number", "Number of its episodes, or of the entries of a list.",
       [](const Part& p, const View& v) { return v.number(p.entries.size()); }},
      {"mention_count", "number", "How often the thing is named in its episodes.",
       [](const Part& p, const View& v) { return v.number(mentions_on(p, v)); }},
      {"is_current", "truth", "Whether it is the page being made.",
       [](const Part& p, const View& v) { return v.flag(p.path == v.page().path); }},
      {"whole_kind", "text", "`page.kind` of the page that it continues.",
       [](const Part& p, const View&) { return Value::view(name_of(kind_of_whole(p.whole))); }},
      {"whole_title", "text", "Title of that page.",
       [](const Part& p, const View& v) {
         return Value::text(title_of_whole(v.site(), v.strings(), p.whole));
       }},
      {"whole_url", "text", "Address of that page.",
       [](const Part& p, const View& v) {
         return Value::text(v.url(path_of_whole(v.site(), p.whole)));
       }},
      {"passages", "list of passage_group",
       "What was said about the thing in its episodes, the oldest first.",
       [](const Part& p, const View& v) {
         return wrap_own(v, passages_on(v.site(), v.links(), p));
       }},
      {"episodes", "list of episode",
       "Its episodes that the person takes part in, that belong to the show, or that list the "
       "thing "
       "in their front matter; all of them in a part of the list of episodes.",
       [](const Part& p, const View& v) { return wrap_own(v, episodes_on(v.links(), p)); }},
      {"people", "list of person", "The people on a part of the list of people.",
       [](const Part& p, const View& v) { return wrap_own(v, entries_as<PersonId>(p)); }},
      {"topics", "list of topic", "The topics on a part of the list of topics.",
       [](const Part& p, const View& v) { return wrap_own(v, entries_as<TopicId>(p)); }},
      {"resources", "list of resource", "The resources on a part of the list of resources.",
       [](const Part& p, const View& v) { return wrap_own(v, entries_as<ResourceId>(p)); }},
  };
  return fields;
}

}  // namespace kbgen
