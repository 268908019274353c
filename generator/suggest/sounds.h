// How a word sounds, roughly: enough to see that "psychic learn" was
// "scikit learn".
//
// The rules are of English spelling, which speech recognition of English
// writes, also for foreign names. Words in other scripts are compared letter by
// letter.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// One letter a sound. `word` is folded. Vowels count little, so a run of them
// is one; letters that are spelled out ("ml") sound by their names.
std::string sounds_of(std::string_view word);

// The consonants alone, by class: 'p' and 'b' are one. What sounds alike has the
// same skeleton, or one that differs in a letter or two.
std::string skeleton_of(std::string_view sounds);

// How much there is to hear: the most that two words of this weight can differ.
double weight_of(std::string_view sounds);

// 0: the same; 1: nothing in common. What is more than `most` may come out as 1,
// which is found sooner.
double sound_difference(std::string_view a, std::string_view b, double most = 1);

}  // namespace kbgen
