#include "model/said_by.h"

#include <algorithm>
#include <span>

#include "model/passages.h"

namespace kbgen {

// Quotations of more topics would make the pages of people what an archive weighs most.
static constexpr std::size_t most_topics = 24, quoted_topics = 5, most_passages = 3;

static std::span<const MentionCount> topics_of(const Links& links, PersonId person) {
  std::span<const MentionCount> topics = links.named_by[person];
  return topics.first(std::min(topics.size(), most_topics));
}

// The passages about a topic that the person says, in the order of episodes. Episodes without the
// person are passed over: some topics are named in thousands.
static std::vector<Passage> passages_by(const Site& site, const Links& links, PersonId person,
                                        TopicId topic) {
  std::vector<Passage> passages;
  const std::vector<PassageGroup>& groups = passages_about(site, links, topic);
  for (EpisodeId episode : links.episodes_of[person]) {
    auto group = std::ranges::lower_bound(groups, episode, {}, &PassageGroup::episode);
    if (group == groups.end() || group->episode != episode) continue;
    for (const Passage& passage : group->passages) {
      const Speaker* speaker = site.episodes[episode].spoken->speaker_of(passage.paragraph);
      if (speaker && speaker->person == person) passages.push_back(passage);
    }
  }
  return passages;
}

std::vector<SaidAbout> said_by(const Site& site, const Links& links, PersonId person) {
  std::vector<SaidAbout> said;
  for (const MentionCount& named : topics_of(links, person)) {
    auto topic = std::get<TopicId>(named.target);
    std::vector<Passage> passages = passages_by(site, links, person, topic);
    std::ranges::stable_sort(passages, std::greater(), &Passage::weight);
    if (passages.size() > most_passages) passages.resize(most_passages);
    said.push_back({person, topic, named.count, std::move(passages), said.size() < quoted_topics});
  }
  return said;
}

bool is_said_by(const Links& links, PersonId person, TopicId topic) {
  std::span<const MentionCount> topics = topics_of(links, person);
  return std::ranges::find(topics, EntityId(topic), &MentionCount::target) != topics.end();
}

std::string fragment_of_said(const Site& site, TopicId topic) {
  return "on-" + site.topics[topic].slug;
}

}  // namespace kbgen
