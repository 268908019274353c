// Character references of HTML (https://html.spec.whatwg.org/#character-references):
// "&amp;", "&#39;", "&eacute;".
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// What browsers make of a number: of 128 to 159 what Windows-1252 has there, of
// no character U+FFFD.
char32_t character_of_reference(unsigned number);

// Takes away the reference that `text` begins with, with its ';', and appends what it
// stands for: nothing for a mark of direction. False if it begins with none.
bool take_character_reference(std::string_view& text, std::string& out);

// Resolves all references as Python's html.unescape() does with the names that it
// shares with us: numbers need no ';', and the old Latin-1 names neither.
std::string unescape_html(std::string_view text);

}  // namespace kbgen
