// Old paths as `aliases:` of a content file that lacks them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// What adds them to the file's front matter, which it gets if it has none; nothing
// for a file that can have no keys, or whose own cannot be read.
std::optional<Fix> alias_fix(const SourceFile& file, const std::vector<std::string>& old_paths);

}  // namespace kbgen
