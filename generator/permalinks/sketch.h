// Sketches are what the lock remembers of a text: a few letters by which it is recognised,
// and of which few change when few words of the text do.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "permalinks/hashed_words.h"

namespace kbgen {

// Remembers a place between two words by a short hash of each of the words around it. It does not
// depend on paragraphs, so the place is found however they are cut.
struct PlaceSketch {
  static constexpr std::size_t before = 4, after = 10, size = before + after;
  static constexpr std::uint16_t bits = 12;
  static constexpr std::uint16_t nothing = 0xFFFF;  // before the first word or behind the last

  std::array<std::uint16_t, size> words{};
  bool operator==(const PlaceSketch&) const = default;
};

constexpr std::uint16_t short_hash(std::uint32_t hash) {
  return static_cast<std::uint16_t>((hash ^ (hash >> 12) ^ (hash >> 24)) & 0xFFF);
}

// Sketches the place before `word`, which is an index, words.size() for the end of the text.
PlaceSketch sketch_of(const HashedWords& words, std::uint32_t word);

// Writes a number below 4096 as two letters, and reads it.
std::string two_letters(std::uint32_t number);
std::optional<std::uint32_t> read_two_letters(std::string_view text);

// Writes a sketch as 28 letters (A-Z a-z 0-9 - _, and ".." for a place beyond the text), and reads
// it.
std::string to_text(const PlaceSketch& sketch);
std::optional<PlaceSketch> read_place_sketch(std::string_view text);

// Remembers a page by the least hashes of its words and pairs of words (min-wise hashing), so that
// two sketches are about as alike as the pages.
struct PageSketch {
  std::vector<std::uint32_t> least;  // ascending, 24 bits each, twelve or fewer
};

PageSketch sketch_of_page(std::string_view text);
// Returns how alike two pages are: from 0, nothing in common, to 1, the same words.
double likeness(const PageSketch& a, const PageSketch& b);

std::string to_text(const PageSketch& sketch);
std::optional<PageSketch> read_page_sketch(std::string_view text);

}  // namespace kbgen
