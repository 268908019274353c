// A text as the row of its words, for finding places in it again after it was
// edited: case, accents, punctuation and the paragraphs play no part.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kbgen {

struct HashedWords {
  std::vector<std::uint32_t> hashes;
  std::vector<std::uint32_t> offsets;  // of the words' first bytes; ascending

  std::size_t size() const { return hashes.size(); }
  // The first word at or behind `offset`; size() behind the last one.
  std::uint32_t word_at(std::uint32_t offset) const;
};

// Apostrophes are no part of a word ("it's" is "its"); where a script does not
// part its words each letter is one.
HashedWords hash_words(std::string_view text);

}  // namespace kbgen
