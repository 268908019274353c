// Finds the names of entities in what was said: one automaton for all names,
// one pass over each transcript.
#pragma once

#include <vector>

#include "model/links.h"
#include "model/phrases.h"
#include "model/site.h"

namespace kbgen {

class MentionFinder {
 public:
  explicit MentionFinder(const Site& site);

  // In the order of the text. A name that two entities share is a mention of
  // each. Never across two paragraphs or two sentences.
  std::vector<Mention> find(const Episode& episode) const;

 private:
  PhraseSet names_;
  std::vector<EntityId> targets_;
};

}  // namespace kbgen
