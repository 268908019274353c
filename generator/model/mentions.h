// Finds the names of entities in what was said: one automaton for all names,
// one pass over each transcript.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "model/links.h"
#include "model/site.h"

namespace kbgen {

// Of each episode, as in site.episodes; in the order of the text. A name that
// several entities share is a mention of those that the episode's front matter
// names, else of each, the one with that title first. Never across paragraphs
// or sentences; never in code, nor within a link, an address or the longer name
// of something else.
std::vector<std::vector<Mention>> find_mentions(const Site& site, Diagnostics& diag);

}  // namespace kbgen
