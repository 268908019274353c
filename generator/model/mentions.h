// Finds the names of entities in transcripts, in one pass over each.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/memo.h"
#include "model/links.h"
#include "model/name_parts.h"
#include "model/site.h"
#include "model/stock_speech.h"

namespace kbgen {

// What was found in one episode, and from what it follows. Parts of names (`parts`) become mentions
// when all episodes are read.
struct FoundMentions {
  std::shared_ptr<const SpokenText> spoken;
  std::set<EntityId> front_matter;  // the entities that the episode's front matter names
  std::string names;                // digest of all names that were looked for
  std::vector<Mention> mentions;
  std::vector<NameParts::Sighting> parts;
};

// The relations of the last build (see Links), and what they follow from.
struct FoundRelations {
  LinkBasis basis;
  EntityLists<RelatedEpisode> related_episodes;
  EntityLists<MentionCount> topics_with;
  EntityLists<Relation> related;
};

// What link() remembers from one build to the next.
struct LinkMemo {
  explicit LinkMemo(Memory memory = Memory::kept) : episodes(memory), sentences(memory) {}
  bool forgets() const { return episodes.forgets(); }

  Memo<FoundMentions> episodes;
  SentenceRunsMemo sentences;
  std::vector<std::shared_ptr<const FoundMentions>> found;  // of the last build, by episode
  std::vector<std::vector<Mention>> mentions;               // the mentions made of `found`
  FoundRelations relations;
};

// The mentions of each episode in the order of site.episodes and of the text. A name that several
// entities share mentions those that the episode's front matter names, else each of them, one with
// that title first. A mention is within one paragraph and sentence, and never in code, nor a part
// of a link's words, of an address, or of the longer name of something else.
std::vector<std::vector<Mention>> find_mentions(const Site& site, LinkMemo& memo,
                                                Diagnostics& diag);

}  // namespace kbgen
