// Prints the diagnostics of a command, in the style that the user asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

enum class DiagnosticsStyle { text, github, json };

// The names of the styles, as --diagnostics takes them, and the style of a name. Any other name,
// also the empty one, means "text".
std::vector<std::string> diagnostics_styles();
DiagnosticsStyle diagnostics_style(std::string_view name);

// Prints all diagnostics to standard error. The style "text" is in colour on a terminal, unless
// NO_COLOR is set.
void print_diagnostics(const Diagnostics& diag, DiagnosticsStyle style);

// "1 error, 2 warnings", or the empty string if there are none.
std::string count_problems(const Diagnostics& diag);

}  // namespace kbgen
