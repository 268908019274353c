// What English words tell about where sentences begin and end: the small table by which captions
// without punctuation are restored. It has only clues that hold in nearly every talk; whatever
// holds in one archive alone is learned from it (speech_habits.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace kbgen {

// What a word may be at the border of two sentences. A word may be several.
enum class Clue : std::uint32_t {
  closes = 1,        // ends a clause: "it", "them", "now". Not "right", which often asks
  resumes = 2,       // begins a sentence if a clause ended before it and a subject follows: "so"
  subject = 4,       // can stand behind such a word: "I", "that's", "maybe"
  opens = 8,         // begins a sentence behind a pause: "welcome", "I'm", "today"
  leads_on = 16,     // ends no sentence: "and", "the", "of", "um"
  asks = 32,         // begins a question before an auxiliary: "what", "how"
  auxiliary = 64,    // begins a question before a pronoun: "do", "are", "can"
  pronoun = 128,     // makes a question with one of those: "you", "it", "there"
  hides_name = 256,  // is an ordinary word as well as a name: "will", "mark", "grace"
};

// The clues of a word in small letters, as bits of Clue. 0 if it has none.
std::uint32_t clues_of(std::string_view word);

constexpr bool has_clue(std::uint32_t clues, Clue clue) {
  return (clues & static_cast<std::uint32_t>(clue)) != 0;
}

// A word as it is always written, whatever it means, if that is with a capital: "I", "I'm",
// "Monday", "German". Empty for all other words, such as "may" and "polish".
std::string_view always_capital(std::string_view word);

}  // namespace kbgen
