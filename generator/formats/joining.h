// How two pieces of text become one: most scripts put a space between words, Chinese,
// Japanese, Thai and some others put none. Korean does.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Whether `before` ends and `next` begins in a script without spaces, so that a line end
// between them is none.
bool joins_without_space(std::string_view before, std::string_view next);

// Appends `next` to `text`, with a space between them where their scripts have one.
void append_joined(std::string& text, std::string_view next);

}  // namespace kbgen
