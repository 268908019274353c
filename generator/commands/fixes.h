// Applies the corrections that diagnostics carry, for `kbgen check --fix`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

// Applies all fixes of `diagnostics` to the files on the disk and leaves every other byte as it
// was. The result says what was done, one line for each fix. Where a file no longer has the bytes
// that a fix replaces, the fix is left out and `cannot-fix` reported; a file that cannot be read or
// written is reported as `unreadable-file` or `cannot-write`.
std::vector<std::string> apply_fixes(const std::vector<Diagnostic>& diagnostics, Diagnostics& diag);

}  // namespace kbgen
