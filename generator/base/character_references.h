// Resolves character references of HTML (https://html.spec.whatwg.org/#character-references), such
// as "&amp;", "&#39;" and "&eacute;".
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// The character that browsers show for the number of a reference. 128 to 159 are those of
// Windows-1252, and a number that is not a character is U+FFFD.
char32_t character_of_reference(unsigned number);

// Takes the reference at the beginning of `text` off, with its ';', and appends what it stands for
// to `out` (nothing for a mark of direction). False, and nothing is taken, if `text` does not begin
// with a reference that is known.
bool take_character_reference(std::string_view& text, std::string& out);

// Resolves all references of a text as Python's html.unescape() does, but knows only the names of
// base/html_entities.h. Numbers and the old names of Latin-1 need no ';'.
std::string unescape_html(std::string_view text);

}  // namespace kbgen
