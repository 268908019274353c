// The places of a transcript to which ids can lead: the beginnings of paragraphs, and between any
// two words of one. Places with the same words around them, as in a text that repeats itself,
// cannot be told apart by what the lock remembers of them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "permalinks/fragment.h"
#include "permalinks/sketch.h"

namespace kbgen {

using WordsAfter = std::array<std::uint16_t, PlaceSketch::after>;
WordsAfter words_after(const PlaceSketch& sketch);

struct SketchHash {
  std::size_t operator()(const PlaceSketch& sketch) const;
};

using SketchSet = std::unordered_set<PlaceSketch, SketchHash>;
// The places that have a sketch, each as the index of the word behind it, ascending.
using WordsBySketch = std::unordered_map<PlaceSketch, std::vector<std::uint32_t>, SketchHash>;

class Places {
 public:
  // Both must outlive this.
  Places(const HashedWords& words, const std::vector<ParagraphStart>& paragraphs);

  const HashedWords& words() const { return words_; }
  std::uint32_t paragraph_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  std::uint32_t start_of(std::uint32_t paragraph) const { return starts_[paragraph]; }
  std::optional<std::int64_t> seconds_of(std::uint32_t paragraph) const {
    return paragraphs_[paragraph].seconds;
  }
  PlaceSketch sketch_of_start(std::uint32_t paragraph) const {
    return sketch_of(words_, starts_[paragraph]);
  }

  // Returns the first paragraph that begins in this second.
  std::optional<std::uint32_t> paragraph_at_second(std::int64_t seconds) const;
  // Returns the paragraphs whose beginnings have this sketch, ascending.
  std::span<const std::uint32_t> paragraphs_like(const PlaceSketch& sketch) const;
  // Whether one of paragraphs_like(sketch) begins in this second.
  bool has_paragraph_like(const PlaceSketch& sketch, std::int64_t seconds) const;
  // Returns the paragraph that holds the word.
  std::uint32_t paragraph_of(std::uint32_t word) const;
  // Returns the first word of the paragraph if `word` is at most two words behind it, else `word`:
  // a word or two put before a paragraph do not make it another one.
  std::uint32_t start_if_near(std::uint32_t word) const;
  // Returns all places of the text that have one of these sketches.
  WordsBySketch occurrences_of(const SketchSet& wanted) const;

 private:
  const HashedWords& words_;
  const std::vector<ParagraphStart>& paragraphs_;
  std::vector<std::uint32_t> starts_;  // first words of paragraphs
  std::map<std::int64_t, std::uint32_t> by_second_;
  std::unordered_map<PlaceSketch, std::vector<std::uint32_t>, SketchHash> by_sketch_;
  // The second of each paragraph with the first paragraph whose beginning has the same sketch.
  std::set<std::pair<std::int64_t, std::uint32_t>> seconds_of_like_;
};

}  // namespace kbgen
