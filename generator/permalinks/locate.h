// Finds the place in a text that was sketched in an older version of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "permalinks/sketch.h"

namespace kbgen {

struct FoundPlace {
  std::uint32_t word = 0;  // the place is before this word
  double after_score = 0;  // the score of the words behind the place alone
  double score = 0;        // how much of the sketch is there, rare words counting more; 0 to 1
};

class Locator {
 public:
  // `words` need not outlive this.
  explicit Locator(const HashedWords& words);

  // Returns up to eight places, the best first; none if the text has no words of the sketch but
  // very frequent ones. Not thread safe.
  std::vector<FoundPlace> find(const PlaceSketch& sketch);

 private:
  std::span<const std::uint32_t> places_of(std::uint16_t hash) const;
  double weight_of(std::uint16_t hash) const;
  std::vector<std::uint32_t> promising_starts(const PlaceSketch& sketch);
  FoundPlace align(const PlaceSketch& sketch, std::uint32_t start);
  bool is_parted(std::size_t word, std::uint16_t whole) const;
  bool is_joined(std::size_t word, std::uint16_t first, std::uint16_t second);

  std::vector<std::uint16_t> text_;    // the short hash of each word
  std::vector<std::uint16_t> joined_;  // of each word and the next one, written as one
  std::vector<std::string> letters_;   // of each word
  // Of each word the two words that it may have been; computed when they are needed.
  std::vector<std::vector<std::pair<std::uint16_t, std::uint16_t>>> parts_;
  std::vector<std::uint32_t> first_;   // of each short hash, where its words begin in places_
  std::vector<std::uint32_t> places_;  // indexes of words, by short hash
  std::vector<std::uint16_t> votes_;   // by where the sketch would begin
};

}  // namespace kbgen
