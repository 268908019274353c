// Where the words of published ids are now, as far as their surroundings tell.
#pragma once

#include <vector>

#include "permalinks/anchors.h"
#include "permalinks/places.h"

namespace kbgen {

// Surroundings that are found in the text as it is now, at one or several places.
struct Spot {
  PlaceSketch around;
  bool is_gone = false;  // the words are there no more: they stood here

  bool operator==(const Spot&) const = default;
};

// One for each published id. What is found as it was published stays what it
// is, whatever other ids there are, so that a second build finds the same.
std::vector<Spot> find_spots(const Places& places, const NameByWords& name_by_words,
                             const std::vector<PublishedFragment>& published);

}  // namespace kbgen
