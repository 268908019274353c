// The words that somebody typed, at their place in the file as it is now.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/save_request.h"
#include "model/knowledge.h"

namespace kbgen {

struct LocatedEdit {
  EpisodeSource source;
  CurrentWords current;
  std::uint32_t paragraph = 0;
  std::vector<WordEdit> edits;  // of the transcript in `current`; empty: nothing was typed
};

// The episode with a page; null if there is none, or if it has no transcript.
const Episode* find_transcribed(const Site& site, std::string_view page);

// Nothing, and `result` says why, if the file cannot be edited or the paragraph says something else
// there now. Sets the path of `result`.
std::optional<LocatedEdit> locate_edit(const Knowledge& known, const Episode& episode,
                                       const SaveRequest& request, SaveResult& result);

// A sentence for people: what became what.
std::string describe(const LocatedEdit& edit);

// What was heard and what was said, if the edits are of words in a row and leave some; else
// nothing.
struct HeardAndSaid {
  std::string heard, said;
};
std::optional<HeardAndSaid> as_rule(const LocatedEdit& edit);

}  // namespace kbgen
