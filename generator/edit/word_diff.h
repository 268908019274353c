// Cuts text into words and compares texts word by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// The words of a text, as parts of it. In scripts without spaces each character is a word, so that
// one character can be corrected alone.
std::vector<std::string_view> words_in(std::string_view text);

// What a word is compared by where punctuation, case and accents do not matter: its letters and
// digits, folded. A word of other signs alone is compared by these.
std::string letters_of_word(std::string_view word);

// Words [old_begin, old_end) of one text stand where another text has [new_begin, new_end). One of
// the two may be empty.
struct WordChange {
  std::uint32_t old_begin = 0, old_end = 0, new_begin = 0, new_end = 0;
  bool operator==(const WordChange&) const = default;
};

// The changes that make `before` into `after`, in their order and as few words as possible. Texts
// that have little in common are compared only as a whole, which keeps the time in bounds.
std::vector<WordChange> compare_words(const std::vector<std::string>& before,
                                      const std::vector<std::string>& after);

}  // namespace kbgen
