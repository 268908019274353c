// Reads the theme of a project from its files.
#pragma once

#include "base/diagnostics.h"
#include "content/project.h"
#include "theme/theme.h"

namespace kbgen {

// Themes lie in themes/<name>/ beside config.yaml, or came with kbgen. One of the former that
// extends a theme of its own name means the latter. Reports `unknown-theme`, and everything that is
// wrong in any template, string, option or asset. A theme that is not found has no templates.
Theme load_theme(const Project& project, Diagnostics& diag);

// The lunr.js that browsers load, as its authors publish it.
std::string lunr_js_file();

}  // namespace kbgen
