// Whether a text is well-formed XML: enough of a parser to say where not.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// An empty string, or what is wrong at which byte.
std::string xml_problem(std::string_view text);

}  // namespace kbgen
