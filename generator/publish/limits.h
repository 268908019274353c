// What a site may weigh.
#pragma once

#include "base/diagnostics.h"
#include "base/sizes.h"
#include "publish/outputs.h"

namespace kbgen {

// Reports `large-page`, `large-file` and `large-site`. By default the latter
// two are what GitHub Pages would refuse
// (https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits).
void check_sizes(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag);

}  // namespace kbgen
