// Finds out which people the speaker labels of transcripts mean.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"

namespace kbgen {

struct EpisodeRecord;

// Matches the labels of every transcript to people: first as `speakers:` says
// (reports `unknown-guest`, and `unused-speaker` for a label that does not
// occur), then by full name or alias, then by first name among the episode's
// own people. Where an episode names nobody at all, people whose full names
// are labels become its guests, with a page each.
//
// Returns the speakers of each episode in the order of site.episodes, which is that of `records`,
// too; none for an episode without a transcript.
std::vector<std::vector<Speaker>> match_speakers(Site& site,
                                                 const std::vector<EpisodeRecord>& records,
                                                 Diagnostics& diag);

}  // namespace kbgen
