// The names that a knowledge base knows: what may have been said where something else was heard.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/site.h"
#include "suggest/archive.h"

namespace kbgen {

struct KnownName {
  std::string text;                 // as its author writes it
  std::vector<std::string> words;   // folded
  std::vector<std::string> sounds;  // of each word
  std::string letters, all_sounds;  // of all words
  double weight = 0;                // of the sounds
  EntityId entity;
  // A person's first or last name. It means them only in episodes in which they take part or are
  // named.
  bool part_of_name = false;
  // A name, not a term of ordinary words: speech recognition gets such words right.
  bool proper = false;
};

// Returns the names and aliases of people, resources, topics and shows, the first and last names of
// people, and the names of those who made resources, as far as they have at most four words. No
// name stands twice for one entity.
std::vector<KnownName> known_names(const Site& site, const Archive& archive);

}  // namespace kbgen
