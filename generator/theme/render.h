// Pages, each on its own and in parallel.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "theme/theme.h"
#include "theme/view.h"

namespace kbgen {

std::vector<OutputFile> render_pages(const World& world, const Theme& theme, const Staging& staging,
                                     Diagnostics& diag);

}  // namespace kbgen
