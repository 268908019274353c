// Lists all files that a project's theme may be made of, to notice when one changes.
#pragma once

#include <string>
#include <vector>

#include "content/project.h"

namespace kbgen {

// All files of theme/ and themes/ beside config.yaml and of the themes that came
// with kbgen, by their paths on disk.
std::vector<std::string> theme_files(const Project& project, Diagnostics& diag);

}  // namespace kbgen
