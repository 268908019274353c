// What follows from the site: who mentions what, what belongs together, and other inverse lists.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "model/stock_speech.h"

namespace kbgen {

// Whether a mention counts in numbers about what it names. It is linked wherever it stands.
enum class Standing {
  counted,
  stock,       // in an advertisement or a stock phrase, see stock_speech.h
  translated,  // in a translation of an episode that counts, see translations.h
};

// One place where somebody says an entity's name.
struct Mention {
  EntityId target;
  EpisodeId episode;
  std::uint32_t paragraph = 0;  // index into the episode's layout
  TextRange text;               // the name, in the episode's transcript
  Standing standing = Standing::counted;
};

// How often an entity is mentioned in one episode.
struct MentionCount {
  EntityId target;
  std::uint32_t count = 0;
};

// A paragraph of a transcript.
struct Place {
  EpisodeId episode;
  std::uint32_t paragraph = 0;  // index into the episode's layout
  bool operator==(const Place&) const = default;
};

// Something that is mentioned together with a thing more often than by chance.
struct Relation {
  EntityId other;
  std::uint32_t moments = 0;  // number of moments in which both are mentioned
  double strength = 0;        // see association() in relations.h
  std::vector<Place> places;  // the first dozen of them, in site order
};

// A sentence of hand-written text, and the words in it that are a link.
struct LinkingSentence {
  TextRange sentence;  // in Prose::text
  TextRange words;     // in Prose::text
};

// A page whose prose links to something.
struct Backlink {
  EntityId from;
  std::vector<LinkingSentence> sentences;  // each once
};

struct RelatedEpisode {
  EpisodeId other;
  std::vector<EntityId> shared;  // what both are about, the rarest first; at most four
};

// One list for each entity, indexed by EntityId. Lists that nobody filled are empty.
template <class Value>
class EntityLists {
 public:
  std::vector<Value>& operator[](EntityId id) {
    auto& lists = lists_[id.index()];
    if (lists.size() <= number_of(id)) lists.resize(number_of(id) + 1);
    return lists[number_of(id)];
  }
  const std::vector<Value>& operator[](EntityId id) const {
    static const std::vector<Value> none;
    const auto& lists = lists_[id.index()];
    return number_of(id) < lists.size() ? lists[number_of(id)] : none;
  }

 private:
  static std::uint32_t number_of(EntityId id) {
    return std::visit([](auto typed) { return typed.index; }, id);
  }
  std::array<std::vector<std::vector<Value>>, std::variant_size_v<EntityId>> lists_;  // by kind
};

// What mentions and relations follow from. Where two of these are equal, so are the mentions, the
// related episodes, `topics_with`, `related`, and the graph.
struct LinkBasis {
  std::vector<std::shared_ptr<const SpokenText>> spoken;  // by episode
  std::uint64_t facts = 0;  // digest of mentions and of what the author says of episodes
  bool operator==(const LinkBasis&) const = default;
};

class PassageStore;  // passages.h

struct Links {
  // All mentions in site order: by episode, then by place. The next two members index them by
  // episode and by target.
  std::vector<Mention> mentions;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      mentions_of_episode;                     // begin, end in `mentions`
  EntityLists<std::uint32_t> mentions_of;      // indexes into `mentions`, of those that count
  EntityLists<std::uint32_t> quoted_stock_of;  // the same, of stock speech that pages quote
  StockSpeech stock;
  std::size_t mentions_counted = 0;
  std::vector<bool> counts;             // by episode: false for translations, see translations.h
  EntityLists<EpisodeId> translations;  // of an episode: in other languages, the original first
  // Person: takes part; topic, resource, show: as authored. A translation is left out where its
  // original is in the same list.
  EntityLists<EpisodeId> episodes_of;
  EntityLists<MentionCount> mentioned_in;  // of an episode: what it mentions, most often first
  EntityLists<RelatedEpisode> related_episodes;  // of an episode: closest first, at most five
  EntityLists<MentionCount>
      topics_with;  // of a person: what comes up in how many of their episodes
  EntityLists<MentionCount> speakers_of;  // the people who say its name, most often first
  EntityLists<MentionCount> named_by;     // of a person: the topics that they name, the same counts
  EntityLists<Relation> related;          // what is said with it, the strongest first
  EntityLists<Backlink> backlinks;        // each page once
  EntityLists<ResourceId> works_by;       // of a person: what they made
  EntityLists<ResourceId> resources_about;  // of a topic
  EntityLists<TopicId> children;            // of a topic: the narrower ones
  std::size_t words = 0;                    // number of words said in all episodes that count
  bool has_recordings = false;              // whether an episode has a recording in a file
  std::shared_ptr<PassageStore> passages;   // what pages quote; use passages_about()
  LinkBasis basis;                          // empty if `memo` keeps nothing
};

struct LinkMemo;  // mentions.h

// Finds all links of a site, as far as `memo` does not have them from the last build. Reports
// nothing; `diag` is for threads and timings.
Links link(const Site& site, LinkMemo& memo, Diagnostics& diag);

}  // namespace kbgen
