// Finds, removes and shows characters that nobody sees and that machines act upon: terminals obey
// escape sequences, XML parsers refuse the file, and editors change the direction of the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kbgen {

// Whether it is of no use in any text: a control character other than tab and line feed, or U+FFFE
// or U+FFFF, which are noncharacters. XML 1.0 forbids most of them.
bool is_control(char32_t c);

// How many of them a text has. This is fast for a text that has none.
std::size_t count_controls(std::string_view text);
// The offset of the first of them; the text's size if there is none.
std::size_t first_control(std::string_view text);

// The text with a space in place of each byte of a control character, because form feeds and the
// like separated words, and with U+FFFD in place of U+FFFE and U+FFFF. The text keeps its length.
std::string without_controls(std::string text);

// The text as it can be printed to terminals and in reports. Line feeds, control characters, what
// changes the direction of text, and bytes that are not UTF-8 become "\n", "\x1b", "\u202e" and
// "\xff".
std::string visible(std::string_view text);
// The same for a text of several lines: line feeds and tabs stay as they are.
std::string visible_lines(std::string_view text);

// Whether a file of this name can be published and named in any text: the name is UTF-8, on one
// line and without control characters.
bool is_plain_name(std::string_view name);

}  // namespace kbgen
