// Derives everything in Links from the site. All lists are in the order of the site, so nothing
// depends on the order in which parallel tasks ran.

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/work.h"
#include "formats/sentences.h"
#include "model/links.h"
#include "model/mentions.h"
#include "model/passages.h"
#include "model/recorded.h"
#include "model/relations.h"
#include "model/translations.h"

namespace kbgen {

namespace {

void collect_mentions(const Site& site, LinkMemo& memo, Links& links, Diagnostics& diag) {
  std::vector<std::vector<Mention>> found = find_mentions(site, memo, diag);
  for (std::vector<Mention>& mentions : found) {
    auto begin = static_cast<std::uint32_t>(links.mentions.size());
    for (Mention& mention : mentions) {
      auto number = static_cast<std::uint32_t>(links.mentions.size());
      const StockRange* stock = links.stock.find(mention.episode, mention.text);
      if (stock)
        mention.standing = Standing::stock;
      else if (!links.counts[mention.episode.index])
        mention.standing = Standing::translated;
      if (mention.standing == Standing::counted) {
        links.mentions_of[mention.target].push_back(number);
        ++links.mentions_counted;
      } else if (stock && stock->is_quoted) {
        links.quoted_stock_of[mention.target].push_back(number);
      }
      links.mentions.push_back(mention);
    }
    links.mentions_of_episode.emplace_back(begin,
                                           static_cast<std::uint32_t>(links.mentions.size()));
  }
}

void collect_episodes(const Site& site, Links& links) {
  for (const Episode& episode : site.episodes) {
    auto add = [&](const auto& ids) {
      for (auto id : ids) {
        std::vector<EpisodeId>& episodes = links.episodes_of[id];
        if (episodes.empty() || episodes.back() != episode.id) episodes.push_back(episode.id);
      }
    };
    add(episode.hosts);
    add(episode.guests);
    add(episode.topics);
    add(episode.resources);
    if (episode.show) links.episodes_of[*episode.show].push_back(episode.id);
  }
  for (EntityId entity : all_entities(site)) {
    const std::vector<EpisodeId> all = std::as_const(links.episodes_of)[entity];
    auto is_again = [&](EpisodeId id) {
      const std::optional<EpisodeId>& original = site.episodes[id].translation_of;
      return original && std::ranges::binary_search(all, *original);
    };
    if (!all.empty()) std::erase_if(links.episodes_of[entity], is_again);
  }
}

void count_mentions(const Site& site, Links& links) {
  for (const Episode& episode : site.episodes) {
    std::map<EntityId, std::uint32_t> counts;
    auto [begin, end] = links.mentions_of_episode[episode.id.index];
    for (std::uint32_t i = begin; i < end; ++i)
      if (links.mentions[i].standing != Standing::stock) ++counts[links.mentions[i].target];
    std::vector<MentionCount>& list = links.mentioned_in[episode.id];
    for (const auto& [target, count] : counts) list.push_back({target, count});
    std::ranges::stable_sort(list, std::greater(), &MentionCount::count);
  }
}

// Counts how often each person says the name of each entity, of mentions that count.
void count_by_speakers(const Site& site, Links& links) {
  for (EntityId entity : all_entities(site)) {
    std::map<PersonId, std::uint32_t> counts;
    for (std::uint32_t index : std::as_const(links.mentions_of)[entity]) {
      const Mention& mention = links.mentions[index];
      const Speaker* speaker = site.episodes[mention.episode].spoken->speaker_of(mention.paragraph);
      if (speaker && speaker->person) ++counts[*speaker->person];
    }
    for (const auto& [person, count] : counts) {
      links.speakers_of[entity].push_back({person, count});
      if (auto* topic = std::get_if<TopicId>(&entity))
        links.named_by[person].push_back({*topic, count});
    }
  }
  for (EntityLists<MentionCount>* lists : {&links.speakers_of, &links.named_by})
    for (EntityId entity : all_entities(site))
      if (!std::as_const(*lists)[entity].empty())
        std::ranges::stable_sort((*lists)[entity], std::greater(), &MentionCount::count);
}

// The sentence in which a link stands.
LinkingSentence sentence_of(const Prose& prose, const Prose::Link& link) {
  std::string_view text = prose.text;
  std::size_t before = text.substr(0, link.words.begin).rfind('\n');
  std::size_t begin = before == text.npos ? 0 : before + 1;
  std::string_view block = text.substr(begin, text.find('\n', begin) - begin);
  TextRange sentence{static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(begin + block.size())};
  for (std::uint32_t end : sentence_ends(block)) {
    auto at = static_cast<std::uint32_t>(begin + end);
    if (at <= link.words.begin) sentence.begin = at;
    if (at < link.words.end) continue;
    sentence.end = at;
    break;
  }
  while (sentence.begin < link.words.begin && text[sentence.begin] == ' ') ++sentence.begin;
  return {sentence, link.words};
}

void collect_backlinks(const Site& site, Links& links) {
  for (EntityId from : all_entities(site)) {
    const Prose& prose = prose_of(site, from);
    for (const Prose::Link& prose_link : prose.links) {
      if (!prose_link.target.entity || *prose_link.target.entity == from) continue;
      std::vector<Backlink>& list = links.backlinks[*prose_link.target.entity];
      if (list.empty() || list.back().from != from) list.push_back({from, {}});
      if (prose_link.words.size() == 0) continue;  // a picture
      LinkingSentence sentence = sentence_of(prose, prose_link);
      std::vector<LinkingSentence>& sentences = list.back().sentences;
      bool again = !sentences.empty() && sentences.back().sentence == sentence.sentence;
      if (!again) sentences.push_back(sentence);
    }
  }
}

// Collects, from the other end, who made which resource, which resources are about a topic, and
// which topics are part of another.
void collect_inverses(const Site& site, Links& links) {
  auto add_once = [](auto& list, auto id) {
    if (list.empty() || list.back() != id) list.push_back(id);
  };
  for (const Resource& resource : site.resources) {
    for (const Creator& by : resource.by)
      if (by.person) add_once(links.works_by[*by.person], resource.id);
    for (TopicId topic : resource.topics) add_once(links.resources_about[topic], resource.id);
  }
  for (const Topic& topic : site.topics)
    if (topic.parent) links.children[*topic.parent].push_back(topic.id);
  for (const Episode& episode : site.episodes) {
    if (episode.spoken && links.counts[episode.id.index]) links.words += episode.spoken->word_count;
    links.has_recordings |= !recorded_file_of(episode).empty();
  }
}

// Digests what relations follow from: mentions with their paragraphs, and ids, because all ids may
// change when an entity comes or goes.
LinkBasis basis_of(const Site& site, const Links& links) {
  LinkBasis basis;
  std::vector<std::uint32_t> facts = {static_cast<std::uint32_t>(site.people.size()),
                                      static_cast<std::uint32_t>(site.topics.size()),
                                      static_cast<std::uint32_t>(site.resources.size())};
  auto add_ids = [&](const auto& ids) {
    facts.push_back(static_cast<std::uint32_t>(ids.size()));
    for (auto id : ids) facts.push_back(id.index);
  };
  for (const Episode& episode : site.episodes) {
    basis.spoken.push_back(episode.spoken);
    facts.push_back(episode.translation_of ? episode.translation_of->index + 1 : 0);
    add_ids(episode.hosts);
    add_ids(episode.guests);
    add_ids(episode.topics);
    add_ids(episode.resources);
  }
  for (const Mention& mention : links.mentions) {
    std::uint32_t target = std::visit([](auto id) { return id.index; }, mention.target);
    auto kind = static_cast<std::uint32_t>(mention.target.index());
    for (std::uint32_t fact :
         {kind, target, mention.episode.index, mention.paragraph, mention.text.begin,
          mention.text.end, static_cast<std::uint32_t>(mention.standing)})
      facts.push_back(fact);
  }
  basis.facts = quick_digest_of(
      {reinterpret_cast<const char*>(facts.data()), facts.size() * sizeof facts.front()});
  return basis;
}

void recall_relations(const Site& site, LinkMemo& memo, Links& links) {
  if (memo.forgets()) return relate(site, links);
  links.basis = basis_of(site, links);
  FoundRelations& known = memo.relations;
  if (known.basis != links.basis) {
    relate(site, links);
    known = {links.basis, links.related_episodes, links.topics_with, links.related};
    return;
  }
  links.related_episodes = known.related_episodes;
  links.topics_with = known.topics_with;
  links.related = known.related;
}

}  // namespace

Links link(const Site& site, LinkMemo& memo, Diagnostics& diag) {
  StageTimer timer(diag.work(), "link");
  Links links;
  links.counts = counted_episodes(site);
  links.translations = translations_of_all(site);
  links.stock = find_stock_speech(site, links.counts, memo.sentences, diag);
  collect_mentions(site, memo, links, diag);
  collect_episodes(site, links);
  count_mentions(site, links);
  count_by_speakers(site, links);
  recall_relations(site, memo, links);
  collect_backlinks(site, links);
  collect_inverses(site, links);
  links.passages = std::make_shared<PassageStore>(site);
  return links;
}

}  // namespace kbgen
