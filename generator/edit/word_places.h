// Finds words in the bytes of a file, however the file writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/marked_text.h"

namespace kbgen {

// All places in `bytes` at which `words` stand as whole words, ascending. A file may write a
// character as JSON ("\u00e9", "\""), as a character reference ("&amp;"), with Markdown's
// backslash, or as a doubled quotation mark of YAML and of tables; several words may have any white
// space between them.
std::vector<TextRange> places_of(std::string_view words, std::string_view bytes);

// The ways to write `words` into a file, beginning with the words as they are. Which of them is the
// right one at a place, reading the file again tells.
std::vector<std::string> ways_to_write(std::string_view words);

}  // namespace kbgen
