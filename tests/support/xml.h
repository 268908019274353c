// Checks whether a text is well-formed XML, with enough of a parser to say where it is not.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// What is wrong, and at which byte; empty if the text is well-formed.
std::string xml_problem(std::string_view text);

}  // namespace kbgen
