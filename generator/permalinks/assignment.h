// Decides to which paragraph each published id leads, and which id is each paragraph's own. Where
// several places have the same words around them, their ids are dealt out in order. The result
// depends only on the text, the ids and their current sketches. Ids that a build adds are dealt out
// by the next build as this one had them, so a second build changes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "permalinks/current_sketches.h"

namespace kbgen {

// A word of the text, and the paragraph that holds it.
struct TextPlace {
  std::uint32_t word = 0, paragraph = 0;
};

struct Assignment {
  std::vector<TextPlace> of_published;  // in the order of the published ids
  std::vector<std::string> own;         // the id of each paragraph, none twice
};

// `current` has a sketch for each of `published`, from find_current_sketches().
Assignment assign_places(const Places& places, const NameByWords& name_by_words,
                         const std::vector<PublishedFragment>& published,
                         const std::vector<CurrentSketch>& current);

}  // namespace kbgen
