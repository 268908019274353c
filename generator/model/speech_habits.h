// How the punctuated speech of an archive is written: which words have capitals, and between which
// words sentences end. Captions without punctuation are restored by it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "formats/transcript_cues.h"

namespace kbgen {

struct SpeechHabits {
  // Words in small letters → as nearly all of the speech writes them in the middle of a sentence,
  // if that is with capitals: "python" → "Python".
  std::unordered_map<std::string, std::string> forms;
  // Borders between words, see hash_of_border(), where a sentence ends nearly always.
  std::unordered_set<std::uint64_t> borders;
};

// The words around the border of two words, in small letters: one before it and two behind it. An
// empty word stands for any.
std::uint64_t hash_of_border(std::string_view before, std::string_view next,
                             std::string_view after_next);

// Whether nobody set full stops: at most one in a hundred words has one, where speech has eight.
// False for a transcript of less than twenty words, for one in a script without capitals, and for
// one in capitals alone.
bool lacks_punctuation(const Transcript& transcript);

// Learns from punctuated transcripts, of which every fifth is kept back: a border counts only if it
// is as sure there. What too few of them show is not learned. Reads about 300,000 words at most,
// the first transcripts first.
SpeechHabits learn_habits(std::span<const Transcript* const> transcripts);

}  // namespace kbgen
