#include "suggest/context.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "model/phrases.h"

namespace kbgen {

namespace {

constexpr std::uint32_t reach = 14;         // words on either side
constexpr std::size_t most_mentions = 300;  // enough to learn which words stand around a name
constexpr double telling_enough = 12;       // bits that make a context fit completely

// What an author wrote about somebody or something.
std::string description_of(const Site& site, EntityId entity) {
  std::string text = title_of(site, entity);
  if (auto* id = std::get_if<PersonId>(&entity))
    return text + " " + site.people[*id].role + " " + site.people[*id].prose.text;
  if (auto* id = std::get_if<TopicId>(&entity)) return text + " " + site.topics[*id].prose.text;
  if (auto* id = std::get_if<ResourceId>(&entity)) {
    const Resource& resource = site.resources[*id];
    text += " " + resource.prose.text + " " + resource.type;
    for (TopicId topic : resource.topics) text += " " + description_of(site, topic);
  }
  return text;
}

template <class Use>
void for_each_around(const std::vector<SpokenWord>& words, std::uint32_t first, std::uint32_t size,
                     const Use& use) {
  std::uint32_t begin = first > reach ? first - reach : 0;
  auto end =
      std::min<std::uint32_t>(first + size + reach, static_cast<std::uint32_t>(words.size()));
  for (std::uint32_t i = begin; i < end; ++i)
    if (i < first || i >= first + size) use(words[i]);
}

}  // namespace

const Contexts::Profile& Contexts::profile_of(EntityId entity) {
  auto [entry, is_new] = profiles_.emplace(entity, Profile{});
  Profile& profile = entry->second;
  if (!is_new) return profile;
  double seen = 0;
  auto count = [&](std::uint32_t word) {
    if (archive_.words[word].common) return;
    profile[word] += 1;
    seen += 1;
  };
  const std::vector<std::uint32_t>& mentions = links_.mentions_of[entity];
  std::size_t step = mentions.size() / most_mentions + 1;
  for (std::size_t i = 0; i < mentions.size(); i += step) {
    const Mention& mention = links_.mentions[mentions[i]];
    const auto& words = archive_.episodes[mention.episode.index].words;
    auto at = std::ranges::lower_bound(words, mention.text.begin, {}, &SpokenWord::begin);
    for_each_around(words, static_cast<std::uint32_t>(at - words.begin()), 1,
                    [&](const SpokenWord& word) { count(word.word); });
  }
  for (const std::string& word : folded_words(description_of(site_, entity)))
    if (auto id = archive_.ids.find(word); id != archive_.ids.end())
      for (int twice = 0; twice < 2; ++twice) count(id->second);
  for (auto& [word, times] : profile) {
    double expected = archive_.words[word].count / static_cast<double>(archive_.word_count);
    double bits = std::log2(times / (seen + 20) / expected);
    times = times < 2 ? 0 : std::clamp(bits, 0.0, 6.0);
  }
  return profile;
}

double Contexts::fit(EntityId entity, EpisodeId episode, std::uint32_t first, std::uint32_t size) {
  const Profile& profile = profile_of(entity);
  std::set<std::uint32_t> seen;
  double bits = 0;
  for_each_around(archive_.episodes[episode.index].words, first, size, [&](const SpokenWord& word) {
    if (!seen.insert(word.word).second) return;
    if (auto found = profile.find(word.word); found != profile.end()) bits += found->second;
    if (word.named) bits += 1;
  });
  return std::min(1.0, bits / telling_enough);
}

bool Contexts::is_in_front_matter(EntityId entity, EpisodeId id) const {
  const Episode& episode = site_.episodes[id];
  auto has = [](const auto& list, const auto& wanted) {
    return std::ranges::find(list, wanted) != list.end();
  };
  if (auto* person = std::get_if<PersonId>(&entity))
    return has(episode.hosts, *person) || has(episode.guests, *person);
  if (auto* topic = std::get_if<TopicId>(&entity)) return has(episode.topics, *topic);
  if (auto* resource = std::get_if<ResourceId>(&entity)) return has(episode.resources, *resource);
  if (auto* show = std::get_if<ShowId>(&entity)) return episode.show == *show;
  return false;
}

std::uint32_t Contexts::mentions_in(EntityId entity, EpisodeId episode) const {
  const std::vector<MentionCount>& counts = links_.mentioned_in[episode];
  auto found = std::ranges::find(counts, entity, &MentionCount::target);
  return found == counts.end() ? 0 : found->count;
}

}  // namespace kbgen
