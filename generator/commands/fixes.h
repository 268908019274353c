// Puts right what a diagnostic knows how to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

// Writes the files to which diagnostics have fixes, every other byte as it was. Says what was done,
// one line a fix. A line that is not on the disk as it was read is left alone, with `cannot-fix`.
std::vector<std::string> apply_fixes(const std::vector<Diagnostic>& diagnostics, Diagnostics& diag);

}  // namespace kbgen
