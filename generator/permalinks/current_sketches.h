// Where the words of published ids are now, as far as the words around them tell.
#pragma once

#include <vector>

#include "permalinks/fragment.h"
#include "permalinks/places.h"

namespace kbgen {

// What a published id is for in the text as it is now: a sketch that one or several of its places
// have.
struct CurrentSketch {
  PlaceSketch around;
  bool is_gone = false;  // the words are there no more: they stood here

  bool operator==(const CurrentSketch&) const = default;
};

// One for each published id. What is found as it was published stays what it
// is, whatever other ids there are, so that a second build finds the same.
std::vector<CurrentSketch> find_current_sketches(const Places& places,
                                                 const NameByWords& name_by_words,
                                                 const std::vector<PublishedFragment>& published);

}  // namespace kbgen
