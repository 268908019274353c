// What permalinks.lock remembers of a text: enough to know it again, in a few
// letters that change only where the text does.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "permalinks/words.h"

namespace kbgen {

// A place between two words: the words around it, two letters each. Words, not
// paragraphs, so that it is found however paragraphs are cut.
struct PlaceSketch {
  static constexpr std::size_t before = 4, after = 10, size = before + after;
  static constexpr std::uint16_t bits = 12;
  static constexpr std::uint16_t nothing = 0xFFFF;  // beyond the text

  std::array<std::uint16_t, size> words{};
  bool operator==(const PlaceSketch&) const = default;
};

constexpr std::uint16_t short_hash(std::uint32_t hash) {
  return static_cast<std::uint16_t>((hash ^ (hash >> 12) ^ (hash >> 24)) & 0xFFF);
}

// The place before `word`, which may be one behind the last.
PlaceSketch sketch_of(const HashedWords& words, std::uint32_t word);

// Two letters for a number below 4096.
std::string two_letters(std::uint32_t number);
std::optional<std::uint32_t> read_two_letters(std::string_view text);

// 28 letters: A-Z a-z 0-9 - _, or ".." where the text had ended.
std::string to_text(const PlaceSketch& sketch);
std::optional<PlaceSketch> read_place_sketch(std::string_view text);

// A page: the least of the hashes of its words and pairs of words (min-wise
// hashing), so that two sketches are as alike as the pages are.
struct PageSketch {
  std::vector<std::uint32_t> least;  // ascending, 24 bits each, twelve or fewer
};

PageSketch sketch_of_page(std::string_view text);
// 0: nothing in common, 1: the same.
double likeness(const PageSketch& a, const PageSketch& b);

std::string to_text(const PageSketch& sketch);
std::optional<PageSketch> read_page_sketch(std::string_view text);

}  // namespace kbgen
