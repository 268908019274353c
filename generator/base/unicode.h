// The properties and mappings of Unicode's code points, from the library utf8proc.
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
bool is_mark(char32_t c);        // Unicode M*: part of the letter before it
bool is_small_mark(char32_t c);  // Unicode Mn, Me, Cf, Lm, Sk: not a word by itself

// Simple case mapping, of one code point to one. A code point without the other case is mapped to
// itself.
bool has_lower(char32_t c);  // whether it is an upper-case letter with a lower case
bool has_upper(char32_t c);  // whether it is a lower-case letter with an upper case
char32_t lower(char32_t c);
char32_t upper(char32_t c);
char32_t title(char32_t c);
// Full case folding: up to three code points, and 0 for the rest.
std::array<char32_t, 4> folded(char32_t c);

// Reads the code point at `offset`, which must lie within the text, and moves `offset` behind it. A
// byte that is not UTF-8 is read as U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t c);

// The text compatibility-decomposed, case-folded and without combining marks.
std::string fold_letters(std::string_view text);
// The same, but with the combining marks, which are vowels in many scripts.
std::string fold_but_marks(std::string_view text);

}  // namespace kbgen
