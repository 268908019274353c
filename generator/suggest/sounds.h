// How a word sounds, roughly: enough to see that "psychic learn" was
// "scikit learn".
//
// The rules are those of English spelling, because speech recognition of English writes foreign
// names by them, too. Words in other scripts are compared letter by letter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

// Returns one letter for each sound of a word, which is folded (lower case, without accents). A run
// of vowels is one sound, because vowels count little. Letters that are spelled out ("ml") sound
// as their names do.
std::string sounds_of(std::string_view word);

// Returns the consonants of sounds alone, by class: 'p' and 'b' are the same. Words that sound
// alike have the same skeleton, or skeletons that differ in a letter or two.
std::string skeleton_of(std::string_view sounds);

// Returns how much there is to hear: a consonant weighs 1, a vowel, h, w or y one half.
double weight_of(std::string_view sounds);

// What of sounds decides most comparisons: how many there are of each kind. Sketches of words are
// added to that of the words together.
struct SoundSketch {
  float weight = 0;         // weight_of()
  std::uint8_t soft = 0;    // vowels, h, w and y
  std::uint8_t hard = 0;    // all others
  std::uint8_t open = 0;    // those of the hard ones that may be of two classes: X and G
  char first = 0;           // the first sound; 0: there is none
  std::uint64_t kinds = 0;  // a byte for each of eight classes of the others: how many there are

  SoundSketch& operator+=(const SoundSketch& next);
};
SoundSketch sketch_of(std::string_view sounds);

// A number that sound_difference() of two words is not below, from their sketches.
double least_difference(const SoundSketch& a, const SoundSketch& b);

// Returns how much two words differ in sound: from 0 for the same to 1 for nothing in common. A
// difference above `most` may be returned as 1, which is faster. Thread safe.
double sound_difference(std::string_view a, std::string_view b, double most = 1);

}  // namespace kbgen
