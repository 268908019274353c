// Pages, each on its own and in parallel.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "theme/theme.h"
#include "theme/view.h"

namespace kbgen {

struct RenderedPages {
  std::vector<OutputFile> files;
  std::set<std::string> assets;  // that they link to, by the names that asset() takes
};

RenderedPages render_pages(const World& world, const Theme& theme, const Staging& staging,
                           Diagnostics& diag);

}  // namespace kbgen
