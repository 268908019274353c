// Everything that may have been meant: the names the knowledge base knows.
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
  // A first or last name: means the person where they take part or are named.
  bool part_of_name = false;
  // A name and not a term that is made of ordinary words: recognition gets
  // those right.
  bool proper = false;
};

std::vector<KnownName> known_names(const Site& site, const Archive& archive);

}  // namespace kbgen
