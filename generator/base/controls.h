// Characters that no reader sees and that machines act upon: terminals on escape
// sequences, XML parsers by refusing the file, editors by turning the order of
// letters around.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kbgen {

// Of no use in any text: control characters but tab and line feed, and U+FFFE
// and U+FFFF, which are no characters. XML 1.0 forbids most of them.
bool is_control(char32_t c);

// How many are in a text; often none, which is quick to see.
std::size_t count_controls(std::string_view text);
// Offset of the first; the text's size if there is none.
std::size_t first_control(std::string_view text);

// The text with a space in place of each of their bytes, as form feeds and the
// like once parted words, and U+FFFD for U+FFFE and U+FFFF: all else stays where
// it is.
std::string without_controls(std::string text);

// For terminals and reports: control characters, line feeds, what turns the
// order of letters around, and bytes that are not UTF-8 are shown as "\n",
// "\x1b", "\u202e" and "\xff".
std::string visible(std::string_view text);
// The same for a text that may have several lines, and tabs in them.
std::string visible_lines(std::string_view text);

// Whether a file of this name can be published and written down anywhere: it is
// UTF-8, on one line, without control characters.
bool is_plain_name(std::string_view name);

}  // namespace kbgen
