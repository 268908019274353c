// Which paragraph each published id is for. Where several places have the same
// surroundings, their ids are dealt out in order. The rules look at nothing but
// the text, the ids and their current sketches, and whatever a build adds to these is dealt
// out as the build had it: so a second build changes nothing.
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

// `current` has the sketch of each published id.
Assignment assign_places(const Places& places, const NameByWords& name_by_words,
                         const std::vector<PublishedFragment>& published,
                         const std::vector<CurrentSketch>& current);

}  // namespace kbgen
