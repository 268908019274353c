#include "model/relations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "model/moments.h"

namespace kbgen {

namespace {

// What an episode is about: what its front matter names, and what is mentioned at least twice.
std::set<EntityId> subjects_of(const Episode& episode, const Links& links) {
  std::set<EntityId> subjects(episode.topics.begin(), episode.topics.end());
  subjects.insert(episode.resources.begin(), episode.resources.end());
  subjects.insert(episode.guests.begin(), episode.guests.end());
  for (const MentionCount& mentioned : links.mentioned_in[episode.id])
    if (mentioned.count >= 2) subjects.insert(mentioned.target);
  return subjects;
}

using Subjects = std::vector<std::set<EntityId>>;  // by episode

// What two episodes are both about. The rarer a subject, the more it weighs.
struct Overlap {
  double weight = 0;
  std::vector<std::pair<double, EntityId>> shared;
};

RelatedEpisode related_episode(EpisodeId other, Overlap& overlap) {
  constexpr std::size_t reasons = 4;
  std::ranges::stable_sort(overlap.shared, std::greater(), &std::pair<double, EntityId>::first);
  RelatedEpisode related{other, {}};
  for (const auto& [weight, subject] : overlap.shared)
    if (related.shared.size() < reasons) related.shared.push_back(subject);
  return related;
}

// Finds the episodes closest to each. A shared subject weighs more if few episodes have it. For a
// subject of very many episodes only the next 32 before and behind are compared: it says little
// anyway, and so the time for an episode does not grow with the archive.
void relate_episodes(const Site& site, const Subjects& subjects, Links& links) {
  constexpr std::size_t reach = 32, shown = 5;
  std::map<EntityId, std::vector<EpisodeId>> with_subject;
  for (const Episode& episode : site.episodes)
    if (links.counts[episode.id.index])
      for (EntityId subject : subjects[episode.id.index])
        with_subject[subject].push_back(episode.id);
  double total = static_cast<double>(site.episodes.size());
  for (const Episode& episode : site.episodes) {
    std::map<EpisodeId, Overlap> overlaps;
    auto is_same = [&](EpisodeId other) {
      const std::vector<EpisodeId>& same = std::as_const(links.translations)[episode.id];
      return other == episode.id || std::ranges::find(same, other) != same.end();
    };
    for (EntityId subject : subjects[episode.id.index]) {
      const std::vector<EpisodeId>& others = with_subject[subject];
      if (others.empty()) continue;
      double weight = std::log(1 + total / static_cast<double>(others.size()));
      auto own =
          static_cast<std::size_t>(std::ranges::lower_bound(others, episode.id) - others.begin());
      std::size_t first = own > reach ? own - reach : 0;
      for (std::size_t i = first; i < std::min(others.size(), own + reach); ++i) {
        if (is_same(others[i])) continue;
        Overlap& overlap = overlaps[others[i]];
        overlap.weight += weight;
        overlap.shared.emplace_back(weight, subject);
      }
    }
    std::vector<std::pair<double, EpisodeId>> ranked;
    for (const auto& [other, overlap] : overlaps) ranked.emplace_back(overlap.weight, other);
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<double, EpisodeId>::first);
    for (std::size_t i = 0; i < std::min(ranked.size(), shown); ++i)
      links.related_episodes[episode.id].push_back(
          related_episode(ranked[i].second, overlaps[ranked[i].second]));
  }
}

// Counts, for each person, the topics of the episodes in which they take part.
void collect_topics_of_people(const Site& site, const Subjects& subjects, Links& links) {
  constexpr std::size_t shown = 8;
  for (const Person& person : site.people) {
    std::map<TopicId, std::uint32_t> counts;
    for (EpisodeId episode : links.episodes_of[person.id])
      for (EntityId subject : subjects[episode.index])
        if (auto* topic = std::get_if<TopicId>(&subject)) ++counts[*topic];
    std::vector<MentionCount>& topics = links.topics_with[person.id];
    for (const auto& [topic, count] : counts) topics.push_back({topic, count});
    std::ranges::stable_sort(topics, std::greater(), &MentionCount::count);
    if (topics.size() > shown) topics.resize(shown);
  }
}

// Counts in how many moments two entities are mentioned together.
class CoMentions {
 public:
  void add_episode(const Episode& episode, const Links& links) {
    auto [next, end] = links.mentions_of_episode[episode.id.index];
    for (const Moment& moment : moments_of(episode)) {
      std::uint32_t begin = next;
      while (next < end && links.mentions[next].paragraph < moment.end) ++next;
      add_moment(std::span(links.mentions).subspan(begin, next - begin));
    }
  }

  // An episode without a transcript counts as one moment that mentions all its subjects.
  void add_untranscribed(const std::set<EntityId>& subjects) {
    ++total_;
    for (EntityId subject : subjects) ++counts_[subject];
    for (auto one = subjects.begin(); one != subjects.end(); ++one)
      for (auto other = std::next(one); other != subjects.end(); ++other)
        ++together_[{*one, *other}].count;
  }

  void write(Links& links) const {
    for (const auto& [pair, together] : together_) {
      const auto& [one, other] = pair;
      double strength = association(together.count, counts_.at(one), counts_.at(other), total_);
      bool says_something = together.count > 1 ? strength > 0 : strength > beyond_doubt;
      if (!says_something) continue;
      links.related[one].push_back({other, together.count, strength, together.places});
      links.related[other].push_back({one, together.count, strength, together.places});
    }
    for (const auto& [entity, count] : counts_)
      std::ranges::stable_sort(links.related[entity], std::greater(), &Relation::strength);
  }

 private:
  struct Together {
    std::uint32_t count = 0;
    std::vector<Place> places;
  };

  void add_moment(std::span<const Mention> mentions) {
    ++total_;
    std::map<EntityId, const Mention*> first;
    for (const Mention& mention : mentions)
      if (mention.standing == Standing::counted) first.emplace(mention.target, &mention);
    for (auto one = first.begin(); one != first.end(); ++one) {
      ++counts_[one->first];
      for (auto other = std::next(one); other != first.end(); ++other)
        add_pair(*one->second, *other->second);
    }
  }

  // Counts a pair at the place where the second of the two is named. Two entities that share one
  // name are not a pair.
  void add_pair(const Mention& one, const Mention& other) {
    if (one.text == other.text) return;
    constexpr std::size_t kept = 12;
    Together& together = together_[{one.target, other.target}];
    ++together.count;
    const Mention& later = one.text.begin < other.text.begin ? other : one;
    if (together.places.size() < kept) together.places.push_back({later.episode, later.paragraph});
  }

  std::uint32_t total_ = 0;
  std::map<EntityId, std::uint32_t> counts_;
  std::map<std::pair<EntityId, EntityId>, Together> together_;
};

}  // namespace

double association(std::uint32_t both, std::uint32_t one, std::uint32_t other,
                   std::uint32_t total) {
  auto part = [&](double observed, double row, double column) {
    return observed > 0 ? observed * std::log(observed * total / (row * column)) : 0;
  };
  double k = both, a = one, b = other, n = total;
  if (k * n <= a * b) return 0;
  return 2 * (part(k, a, b) + part(a - k, a, n - b) + part(b - k, n - a, b) +
              part(n - a - b + k, n - a, n - b));
}

void relate(const Site& site, Links& links) {
  Subjects subjects;
  for (const Episode& episode : site.episodes) subjects.push_back(subjects_of(episode, links));
  relate_episodes(site, subjects, links);
  collect_topics_of_people(site, subjects, links);
  CoMentions co_mentions;
  for (const Episode& episode : site.episodes) {
    if (!links.counts[episode.id.index]) continue;
    if (episode.spoken)
      co_mentions.add_episode(episode, links);
    else
      co_mentions.add_untranscribed(subjects[episode.id.index]);
  }
  co_mentions.write(links);
}

}  // namespace kbgen
