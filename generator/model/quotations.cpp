#include "model/quotations.h"

#include <algorithm>

#include "model/passages.h"

namespace kbgen {

// Longer ones are read as text, not as something that somebody said.
static constexpr std::size_t most_quotations = 3, longest = 360, topics_asked = 5;

// By whether it is known who says it, then by how much it says.
static bool is_better(const Site& site, const Passage& a, const Passage& b) {
  auto is_known = [&](const Passage& passage) {
    return site.episodes[passage.episode].spoken->speaker_of(passage.paragraph) != nullptr;
  };
  bool a_is_known = is_known(a), b_is_known = is_known(b);
  return a_is_known != b_is_known ? a_is_known : a.weight > b.weight;
}

// The best passage of a group, cut to the sentences that have the names if it is long; none if all
// are stock speech.
static std::optional<Passage> best_of(const Site& site, const PassageGroup& group) {
  const Passage* best = nullptr;
  for (const Passage& passage : group.passages)
    if (!passage.is_stock && (!best || is_better(site, passage, *best))) best = &passage;
  if (!best) return std::nullopt;
  Passage quotation = *best;
  if (quotation.text.size() > longest) quotation.text = quotation.naming;
  return quotation;
}

std::vector<Passage> quotations_about(const Site& site, const Links& links, EntityId entity) {
  std::vector<Passage> quotations;
  for (const PassageGroup& group : passages_about(site, links, entity))
    if (std::optional<Passage> best = best_of(site, group)) quotations.push_back(std::move(*best));
  std::ranges::stable_sort(
      quotations, [&](const Passage& a, const Passage& b) { return is_better(site, a, b); });
  if (quotations.size() > most_quotations) quotations.resize(most_quotations);
  return quotations;
}

static std::vector<TopicId> topics_of(const Site& site, const Links& links, EpisodeId episode) {
  std::vector<TopicId> topics = site.episodes[episode].topics;
  if (topics.empty())
    for (const MentionCount& mentioned : links.mentioned_in[episode])
      if (auto* topic = std::get_if<TopicId>(&mentioned.target)) topics.push_back(*topic);
  if (topics.size() > topics_asked) topics.resize(topics_asked);
  return topics;
}

std::optional<Passage> quotation_of(const Site& site, const Links& links, EpisodeId episode) {
  std::optional<Passage> found;
  for (TopicId topic : topics_of(site, links, episode)) {
    const std::vector<PassageGroup>& groups = passages_about(site, links, topic);
    // Groups are in the order of episodes, as the site has them.
    auto group = std::ranges::lower_bound(groups, episode, {}, &PassageGroup::episode);
    if (group == groups.end() || group->episode != episode) continue;
    std::optional<Passage> best = best_of(site, *group);
    if (best && (!found || is_better(site, *best, *found))) found = std::move(best);
  }
  return found;
}

}  // namespace kbgen
