// What Unicode says of single code points (utf8proc here).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace kbgen {

bool is_space(char32_t c);
bool is_letter(char32_t c);      // Unicode L* and M*
bool is_upper(char32_t c);       // Unicode Lu, Lt
bool is_lower(char32_t c);       // Unicode Ll
bool is_title(char32_t c);       // Unicode Lt
bool is_word_char(char32_t c);   // letters, marks, digits and numbers
bool is_mark(char32_t c);        // Unicode M*: part of the letter before
bool is_small_mark(char32_t c);  // Unicode Mn, Me, Cf, Lm, Sk: no part of a word by itself

// Of those with another case, which the mapping one to one knows.
bool has_lower(char32_t c);
bool has_upper(char32_t c);
char32_t lower(char32_t c);
char32_t upper(char32_t c);
char32_t title(char32_t c);
// Full case folding: up to three letters, the rest is 0.
std::array<char32_t, 4> folded(char32_t c);

// One code point at `offset`; advances it. U+FFFD for a broken sequence.
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t c);

// Compatibility-decomposed, case-folded, without combining marks.
std::string fold_letters(std::string_view text);
// The same with the marks, which in many scripts are vowels.
std::string fold_but_marks(std::string_view text);

}  // namespace kbgen
