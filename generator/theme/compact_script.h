// Makes a script smaller before it is published, by about a sixth: lines that hold only a comment
// go, and so does the indentation of the others. No parser of JavaScript is needed, because a
// script in which a line may begin within a text or a comment is left as it is.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Lines that begin with "//!" stay: that is how comments with a licence are marked.
std::string compact_script(std::string_view script);

}  // namespace kbgen
