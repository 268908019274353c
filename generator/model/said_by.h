// What a person says: the topics that they name most often, each with the best passages in which
// they name it themselves.
#pragma once

#include <string>
#include <vector>

#include "model/links.h"
#include "model/passage.h"
#include "model/site.h"

namespace kbgen {

struct SaidAbout {
  PersonId person;
  TopicId topic;
  std::uint32_t mentions = 0;     // how often the person names the topic
  std::vector<Passage> passages;  // at most three, the one that says most first
  bool is_quoted = false;         // whether pages quote these; of other topics they have the times
};

// At most 24 topics, the one that the person names most often first. Safe to call from any
// thread.
std::vector<SaidAbout> said_by(const Site& site, const Links& links, PersonId person);

// Whether said_by() has the topic.
bool is_said_by(const Links& links, PersonId person, TopicId topic);

// The id, on the person's page, of what the person says about a topic: "on-kaggle".
std::string fragment_of_said(const Site& site, TopicId topic);

}  // namespace kbgen
