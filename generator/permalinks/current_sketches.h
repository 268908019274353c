// Finds the words of published ids in the text as it is now, by a sketch of the words around each.
#pragma once

#include <vector>

#include "permalinks/fragment.h"
#include "permalinks/places.h"

namespace kbgen {

// The place of a published id in the text as it is now: a sketch that one place of the text has,
// or several if the text repeats itself.
struct CurrentSketch {
  PlaceSketch around;
  bool is_gone = false;  // the words are gone, and this is where they stood

  bool operator==(const CurrentSketch&) const = default;
};

// Returns one sketch for each of `published`. Words that did not change are found whatever other
// ids there are, so that a second build finds the same.
std::vector<CurrentSketch> find_current_sketches(const Places& places,
                                                 const NameByWords& name_by_words,
                                                 const std::vector<PublishedFragment>& published);

}  // namespace kbgen
