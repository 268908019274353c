// A fix for diagnostics about lost addresses: it adds old paths of a page to `aliases:` of its
// content file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Makes the insertion that adds `old_paths` to the front matter of `file`, which gets one if it has
// none. Returns nothing for a file that is not Markdown, and where the front matter cannot be read
// or is written in a way that one insertion cannot extend.
std::optional<Fix> alias_fix(const SourceFile& file, const std::vector<std::string>& old_paths);

}  // namespace kbgen
