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

// How many diagnostics of one kind people are shown: nobody reads more than twenty, and what comes
// behind them would be lost among them. The styles for programs always have all of them.
enum class Amount {
  first,           // twenty of a kind; --all of the same command shows all of them
  first_of_check,  // the same for a command without --all: `kbgen check --all` shows them
  all,
};

// The diagnostics as print_diagnostics() prints them. The style "text" is in colour if standard
// error is a terminal, unless NO_COLOR is set.
std::string written(const Diagnostics& diag, DiagnosticsStyle style,
                    Amount shown = Amount::first_of_check);
// Prints the diagnostics to standard error.
void print_diagnostics(const Diagnostics& diag, DiagnosticsStyle style,
                       Amount shown = Amount::first_of_check);

// "1 error, 2 warnings", or the empty string if there are none.
std::string count_problems(const Diagnostics& diag);

// "what: a, b and 7 more", as one line; nothing if there are no paths. Only the first few are
// named: that is enough to see what kind of files they are.
std::string line_of_names(std::string_view what, const std::vector<std::string>& paths);

}  // namespace kbgen
