// What every command that builds says at its end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

enum class DiagnosticsStyle { text, github, json };

// The styles by name, as --diagnostics takes them. An empty name is "text".
std::vector<std::string> diagnostics_styles();
DiagnosticsStyle diagnostics_style(std::string_view name);

// To standard error, in the style that was asked for; in colour on a terminal
// unless NO_COLOR is set.
void print_diagnostics(const Diagnostics& diag, DiagnosticsStyle style);

// "1 error, 2 warnings", or the empty string.
std::string count_problems(const Diagnostics& diag);

}  // namespace kbgen
