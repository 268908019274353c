// Warns of files, pages and sites that are too large to publish, or to read on a phone.
#pragma once

#include "base/diagnostics.h"
#include "base/sizes.h"
#include "publish/outputs.h"

namespace kbgen {

// Reports `large-file` and `large-site`, as every build does before anything is published: by
// default these are the limits of GitHub
// (https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits).
void check_limits(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag);

// Reports these and `large-page`.
void check_sizes(const Outputs& outputs, const SizeBudgets& budgets, Diagnostics& diag);

}  // namespace kbgen
