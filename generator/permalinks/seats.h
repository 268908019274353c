// Which paragraph each published id is for. Where several places have the same
// surroundings, their ids are dealt out in order. The rules look at nothing but
// the text, the ids and their spots, and whatever a build adds to these is dealt
// out as the build had it: so a second build changes nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "permalinks/spots.h"

namespace kbgen {

struct Seat {
  std::uint32_t word = 0, paragraph = 0;
};

struct Seats {
  std::vector<Seat> of_published;
  std::vector<std::string> own;  // the id of each paragraph, none twice
};

Seats assign_seats(const Places& places, const NameByWords& name_by_words,
                   const std::vector<PublishedFragment>& published, const std::vector<Spot>& spots);

}  // namespace kbgen
