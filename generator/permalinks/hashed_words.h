// A text as a list of hashed words, for finding places in it again after it was edited. Case,
// accents, punctuation and paragraphs play no part.
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
  std::string_view text;               // the text itself, which must outlive this

  std::size_t size() const { return hashes.size(); }
  // The first word at or behind `offset`; size() behind the last one.
  std::uint32_t word_at(std::uint32_t offset) const;
};

// Returns the hash of a word with these letters, folded as hash_words() does it.
std::uint32_t hash_of_letters(std::string_view letters);

// Returns the folded letters of each word, of which its hash is made.
std::vector<std::string> letters_of_words(const HashedWords& words);
// Returns the hashes of both parts of a word for each place where a hyphen or a space could part
// it; none for a word of more than 40 bytes.
std::vector<std::pair<std::uint32_t, std::uint32_t>> halves_of(std::string_view letters);

// Apostrophes are no part of a word ("it's" is "its"). In a script without spaces between words
// each letter is a word.
HashedWords hash_words(std::string_view text);

}  // namespace kbgen
