// Finds the names of entities in what was said: one automaton for all names,
// one pass over each transcript.
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

namespace kbgen {

// What was found in one episode, and what it was found with. What parts of
// names mean is only known when all episodes are read.
struct FoundMentions {
  std::shared_ptr<const SpokenText> spoken;
  std::set<EntityId> front_matter;  // who and what it says the episode is about
  std::string names;                // digest of all that was looked for
  std::vector<Mention> mentions;
  std::vector<NameParts::Sighting> parts;
};

// What belongs together, and what that follows from.
struct FoundRelations {
  LinkBasis basis;
  EntityLists<RelatedEpisode> related_episodes;
  EntityLists<MentionCount> topics_with;
  EntityLists<Relation> related;
};

struct LinkMemo {
  explicit LinkMemo(Memory memory = Memory::kept) : episodes(memory) {}
  bool forgets() const { return episodes.forgets(); }

  Memo<FoundMentions> episodes;
  std::vector<std::shared_ptr<const FoundMentions>> found;  // the latest of them, by episode …
  std::vector<std::vector<Mention>> mentions;               // … and what came of them
  FoundRelations relations;
};

// Of each episode, as in site.episodes; in the order of the text. A name that
// several entities share is a mention of those that the episode's front matter
// names, else of each, the one with that title first. Never across paragraphs
// or sentences; never in code, nor within a link, an address or the longer name
// of something else.
std::vector<std::vector<Mention>> find_mentions(const Site& site, LinkMemo& memo,
                                                Diagnostics& diag);

}  // namespace kbgen
