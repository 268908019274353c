// A text as the row of its words, for finding places in it again after it was
// edited: case, accents, punctuation and the paragraphs play no part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kbgen {

struct HashedWords {
  std::vector<std::uint32_t> hashes;
  std::vector<std::uint32_t> offsets;  // of the words' first bytes; ascending
  std::string_view text;               // somebody else's

  std::size_t size() const { return hashes.size(); }
  // The first word at or behind `offset`; size() behind the last one.
  std::uint32_t word_at(std::uint32_t offset) const;
};

// The hash of a word with these letters, as hash_words() has them.
std::uint32_t hash_of_letters(std::string_view letters);

// The letters of each word as they are hashed, and what a hyphen or a space in it
// would make of a word: the hashes of both parts, for each place where it could
// be parted.
std::vector<std::string> letters_of_words(const HashedWords& words);
std::vector<std::pair<std::uint32_t, std::uint32_t>> halves_of(std::string_view letters);

// Apostrophes are no part of a word ("it's" is "its"); where a script does not
// part its words each letter is one.
HashedWords hash_words(std::string_view text);

}  // namespace kbgen
