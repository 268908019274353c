// What a site may weigh.
#pragma once

#include "base/diagnostics.h"
#include "publish/outputs.h"

namespace kbgen {

// Reports `large-page`, and what GitHub Pages would refuse
// (https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits):
// `large-file` and `large-site`.
void check_sizes(const Outputs& outputs, Diagnostics& diag);

}  // namespace kbgen
