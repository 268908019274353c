// Everything that follows from the site, each entity's part in the order of
// the site: nothing here depends on the order in which tasks ran.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/parallel.h"
#include "base/timings.h"
#include "model/links.h"
#include "model/mentions.h"

namespace kbgen {

namespace {

void collect_mentions(const Site& site, Links& links, Diagnostics& diag) {
  MentionFinder finder(site);
  auto found = parallel_map(site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics&) {
    return finder.find(episode);
  });
  for (std::vector<Mention>& mentions : found) {
    auto begin = static_cast<std::uint32_t>(links.mentions.size());
    for (Mention& mention : mentions) {
      links.mentions_of[mention.target].push_back(
          static_cast<std::uint32_t>(links.mentions.size()));
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
}

void count_mentions(const Site& site, Links& links) {
  for (const Episode& episode : site.episodes) {
    std::map<EntityId, std::uint32_t> counts;
    auto [begin, end] = links.mentions_of_episode[episode.id.index];
    for (std::uint32_t i = begin; i < end; ++i) ++counts[links.mentions[i].target];
    std::vector<MentionCount>& list = links.mentioned_in[episode.id];
    for (const auto& [target, count] : counts) list.push_back({target, count});
    std::ranges::stable_sort(list, std::greater(), &MentionCount::count);
  }
}

// Topics and resources that an episode is about: as authored, or mentioned at
// least twice.
std::set<EntityId> subjects_of(const Episode& episode, const Links& links) {
  std::set<EntityId> subjects(episode.topics.begin(), episode.topics.end());
  subjects.insert(episode.resources.begin(), episode.resources.end());
  for (PersonId person : episode.guests) subjects.insert(person);
  for (const MentionCount& mentioned : links.mentioned_in[episode.id])
    if (mentioned.count >= 2) subjects.insert(mentioned.target);
  return subjects;
}

// What two episodes share weighs the more, the fewer others have it. A subject
// of very many episodes says little, so only its nearest ones are compared:
// the cost of an episode does not grow with the archive.
void relate_episodes(const Site& site, const std::vector<std::set<EntityId>>& subjects,
                     Links& links) {
  constexpr std::size_t reach = 32, shown = 5;
  std::map<EntityId, std::vector<EpisodeId>> with_subject;
  for (const Episode& episode : site.episodes)
    for (EntityId subject : subjects[episode.id.index]) with_subject[subject].push_back(episode.id);
  double total = static_cast<double>(site.episodes.size());
  for (const Episode& episode : site.episodes) {
    std::map<EpisodeId, double> scores;
    for (EntityId subject : subjects[episode.id.index]) {
      const std::vector<EpisodeId>& others = with_subject[subject];
      double weight = std::log(1 + total / static_cast<double>(others.size()));
      auto own =
          static_cast<std::size_t>(std::ranges::lower_bound(others, episode.id) - others.begin());
      std::size_t first = own > reach ? own - reach : 0;
      for (std::size_t i = first; i < std::min(others.size(), own + reach); ++i)
        if (others[i] != episode.id) scores[others[i]] += weight;
    }
    std::vector<std::pair<EpisodeId, double>> ranked(scores.begin(), scores.end());
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<EpisodeId, double>::second);
    for (std::size_t i = 0; i < std::min(ranked.size(), shown); ++i)
      links.related_episodes[episode.id].push_back(ranked[i].first);
  }
}

// What comes up together: counted by episodes, topics only on the other side.
void relate_subjects(const Site& site, const std::vector<std::set<EntityId>>& subjects,
                     Links& links) {
  constexpr std::size_t shown = 8;
  EntityLists<std::uint32_t> together;  // a count for each topic
  std::set<EntityId> all;
  for (const std::set<EntityId>& of_episode : subjects) {
    all.insert(of_episode.begin(), of_episode.end());
    for (EntityId one : of_episode) {
      std::vector<std::uint32_t>& counts = together[one];
      counts.resize(site.topics.size());
      for (EntityId other : of_episode)
        if (auto* topic = std::get_if<TopicId>(&other); topic && one != other)
          ++counts[topic->index];
    }
  }
  for (EntityId one : all) {
    std::vector<Relation>& list = links.related[one];
    for (std::uint32_t topic = 0; topic < site.topics.size(); ++topic)
      if (std::uint32_t count = together[one][topic]) list.push_back({TopicId{topic}, count});
    std::ranges::stable_sort(list, std::greater(), &Relation::episodes);
    if (list.size() > shown) list.resize(shown);
  }
}

void collect_backlinks(const Site& site, Links& links) {
  auto add = [&](EntityId from, const Prose& prose) {
    for (const Prose::Link& prose_link : prose.links) {
      if (!prose_link.target.entity || *prose_link.target.entity == from) continue;
      std::vector<EntityId>& list = links.backlinks[*prose_link.target.entity];
      if (list.empty() || list.back() != from) list.push_back(from);
    }
  };
  for (const Episode& episode : site.episodes) add(episode.id, episode.notes);
  for (const Person& person : site.people) add(person.id, person.about);
  for (const Topic& topic : site.topics) add(topic.id, topic.about);
  for (const Resource& resource : site.resources) add(resource.id, resource.about);
  for (const StaticPage& page : site.pages) add(page.id, page.body);
}

}  // namespace

Links link(const Site& site, Diagnostics& diag) {
  StageTimer timer("link");
  Links links;
  collect_mentions(site, links, diag);
  collect_episodes(site, links);
  count_mentions(site, links);
  std::vector<std::set<EntityId>> subjects;
  for (const Episode& episode : site.episodes) subjects.push_back(subjects_of(episode, links));
  relate_episodes(site, subjects, links);
  relate_subjects(site, subjects, links);
  collect_backlinks(site, links);
  return links;
}

}  // namespace kbgen
