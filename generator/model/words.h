// Cuts text into the words by which names are compared and found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/marked_text.h"

namespace kbgen {

// The length in bytes of the letter, digit or mark at `at`; 0 if there is none.
std::size_t word_char_at(std::string_view text, std::size_t at);

// Finds the words of a text one after another. A word is letters, digits and marks with apostrophes
// between them, and with the signs of "C++", "C#" and ".NET", but without a possessive "'s". In
// scripts without spaces (Chinese, Japanese, Thai …) each letter with its marks is a word, so that
// names are found in running text; a run of Katakana is one word. `text` must outlive the cutter.
class WordCutter {
 public:
  explicit WordCutter(std::string_view text) : text_(text) {}

  // Sets `word` to the range of the next word; returns false if there is none.
  bool next(TextRange& word);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// A word in the form in which words are compared: without case, and without accents. Marks that
// make another word stay, such as vowel signs of Indian scripts and Thai and voicing marks of
// Japanese.
std::string fold_word(std::string_view word);

// The words of a text, folded.
std::vector<std::string> folded_words(std::string_view text);

// A name in the form in which names are compared: those that differ only in case, accents and
// punctuation are equal.
std::string comparable_name(std::string_view name);

// The length in bytes of a possessive "'s" or "’s" at `at`; 0 if there is none.
std::size_t possessive_at(std::string_view text, std::size_t at);

}  // namespace kbgen
