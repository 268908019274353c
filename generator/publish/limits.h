// Warns of files, pages and sites that are too large to publish, or to read on a phone.
#pragma once

#include "base/diagnostics.h"
#include "base/sizes.h"
#include "publish/outputs.h"

namespace kbgen {

// Reports `large-page`, `large-file` and `large-site`. The default limits of the latter two are
// those of GitHub
// (https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits).
void check_sizes(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag);

}  // namespace kbgen
