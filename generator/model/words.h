// How a text is cut into the words by which names are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/marked_text.h"

namespace kbgen {

// Length in bytes of the letter, digit or mark at `at`; 0 if there is none.
std::size_t word_char_at(std::string_view text, std::size_t at);

// Letters, digits and marks with apostrophes inside, the signs of "C++", "C#"
// and ".NET". A possessive "'s" is not part of it. Where a script does not part
// its words (Chinese, Japanese, Thai …) each letter with its marks is a word,
// so that a name is found in running text; a run of Katakana is one word.
class WordCutter {
 public:
  explicit WordCutter(std::string_view text) : text_(text) {}

  // The next word; false behind the last one. ".NET" begins at its dot.
  bool next(TextRange& word);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// For comparing words: case does not matter, and accents do not where a word
// without them is the same word. Vowel signs of India's scripts, of Thai and of
// Japanese syllables stay.
std::string fold_word(std::string_view word);

// The words of a text, folded.
std::vector<std::string> folded_words(std::string_view text);

// Names that differ in case, accents and punctuation alone are one name.
std::string comparable_name(std::string_view name);

// Length of "'s" or "’s" at `at`; 0 if there is none.
std::size_t possessive_at(std::string_view text, std::size_t at);

}  // namespace kbgen
