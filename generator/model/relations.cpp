#include "model/relations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "model/moments.h"

namespace kbgen {

namespace {

// What an episode is about: as authored, or mentioned at least twice.
std::set<EntityId> subjects_of(const Episode& episode, const Links& links) {
  std::set<EntityId> subjects(episode.topics.begin(), episode.topics.end());
  subjects.insert(episode.resources.begin(), episode.resources.end());
  subjects.insert(episode.guests.begin(), episode.guests.end());
  for (const MentionCount& mentioned : links.mentioned_in[episode.id])
    if (mentioned.count >= 2) subjects.insert(mentioned.target);
  return subjects;
}

using Subjects = std::vector<std::set<EntityId>>;  // by episode

// Two episodes and what both are about, the rarest first.
struct Kinship {
  double weight = 0;
  std::vector<std::pair<double, EntityId>> shared;
};

RelatedEpisode related_episode(EpisodeId other, Kinship& kinship) {
  constexpr std::size_t reasons = 4;
  std::ranges::stable_sort(kinship.shared, std::greater(), &std::pair<double, EntityId>::first);
  RelatedEpisode related{other, {}};
  for (const auto& [weight, subject] : kinship.shared)
    if (related.shared.size() < reasons) related.shared.push_back(subject);
  return related;
}

// What two episodes share weighs the more, the fewer others have it. A subject
// of very many episodes says little, so only its nearest ones are compared:
// the cost of an episode does not grow with the archive.
void relate_episodes(const Site& site, const Subjects& subjects, Links& links) {
  constexpr std::size_t reach = 32, shown = 5;
  std::map<EntityId, std::vector<EpisodeId>> with_subject;
  for (const Episode& episode : site.episodes)
    for (EntityId subject : subjects[episode.id.index]) with_subject[subject].push_back(episode.id);
  double total = static_cast<double>(site.episodes.size());
  for (const Episode& episode : site.episodes) {
    std::map<EpisodeId, Kinship> kin;
    for (EntityId subject : subjects[episode.id.index]) {
      const std::vector<EpisodeId>& others = with_subject[subject];
      double weight = std::log(1 + total / static_cast<double>(others.size()));
      auto own =
          static_cast<std::size_t>(std::ranges::lower_bound(others, episode.id) - others.begin());
      std::size_t first = own > reach ? own - reach : 0;
      for (std::size_t i = first; i < std::min(others.size(), own + reach); ++i) {
        if (others[i] == episode.id) continue;
        Kinship& kinship = kin[others[i]];
        kinship.weight += weight;
        kinship.shared.emplace_back(weight, subject);
      }
    }
    std::vector<std::pair<double, EpisodeId>> ranked;
    for (const auto& [other, kinship] : kin) ranked.emplace_back(kinship.weight, other);
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<double, EpisodeId>::first);
    for (std::size_t i = 0; i < std::min(ranked.size(), shown); ++i)
      links.related_episodes[episode.id].push_back(
          related_episode(ranked[i].second, kin[ranked[i].second]));
  }
}

// Which topics the episodes are about in which somebody takes part.
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

// Who meets whom in how many moments.
class Meetings {
 public:
  void add_episode(const Episode& episode, const Links& links) {
    auto [next, end] = links.mentions_of_episode[episode.id.index];
    for (const Moment& moment : moments_of(episode)) {
      std::uint32_t begin = next;
      while (next < end && links.mentions[next].paragraph < moment.end) ++next;
      add_moment(std::span(links.mentions).subspan(begin, next - begin));
    }
  }

  // A conversation nobody wrote down is one moment, about what the author says.
  void add_unheard(const std::set<EntityId>& subjects) {
    ++total_;
    for (EntityId subject : subjects) ++counts_[subject];
    for (auto one = subjects.begin(); one != subjects.end(); ++one)
      for (auto other = std::next(one); other != subjects.end(); ++other)
        ++met_[{*one, *other}].count;
  }

  void write(Links& links) const {
    for (const auto& [pair, met] : met_) {
      const auto& [one, other] = pair;
      double strength = association(met.count, counts_.at(one), counts_.at(other), total_);
      bool says_something = met.count > 1 ? strength > 0 : strength > beyond_doubt;
      if (!says_something) continue;
      links.related[one].push_back({other, met.count, strength, met.places});
      links.related[other].push_back({one, met.count, strength, met.places});
    }
    for (const auto& [entity, count] : counts_)
      std::ranges::stable_sort(links.related[entity], std::greater(), &Relation::strength);
  }

 private:
  struct Met {
    std::uint32_t count = 0;
    std::vector<Place> places;
  };

  void add_moment(std::span<const Mention> mentions) {
    ++total_;
    std::map<EntityId, const Mention*> first;
    for (const Mention& mention : mentions) first.emplace(mention.target, &mention);
    for (auto one = first.begin(); one != first.end(); ++one) {
      ++counts_[one->first];
      for (auto other = std::next(one); other != first.end(); ++other)
        meet(*one->second, *other->second);
    }
  }

  // Where the second of the two is named. One name for two things is no meeting.
  void meet(const Mention& one, const Mention& other) {
    if (one.text == other.text) return;
    constexpr std::size_t kept = 12;
    Met& met = met_[{one.target, other.target}];
    ++met.count;
    const Mention& later = one.text.begin < other.text.begin ? other : one;
    if (met.places.size() < kept) met.places.push_back({later.episode, later.paragraph});
  }

  std::uint32_t total_ = 0;
  std::map<EntityId, std::uint32_t> counts_;
  std::map<std::pair<EntityId, EntityId>, Met> met_;
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
  Meetings meetings;
  for (const Episode& episode : site.episodes)
    if (episode.spoken)
      meetings.add_episode(episode, links);
    else
      meetings.add_unheard(subjects[episode.id.index]);
  meetings.write(links);
}

}  // namespace kbgen
