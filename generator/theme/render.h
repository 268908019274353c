// Pages, each on its own and in parallel.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publish/outputs.h"
#include "theme/health.h"
#include "theme/reads.h"
#include "theme/theme.h"
#include "theme/view.h"

namespace kbgen {

// Whether pages note what they read, and what those noted that are published:
// of the same theme.
struct PageReuse {
  bool notes_reads = false;
  const ReadsOfPages* published = nullptr;
};

struct RenderedPages {
  std::vector<OutputFile> files;
  std::set<std::string> assets;         // that they link to, by the names that asset() takes
  ReadsOfPages reads;                   // if they are noted; of pages without a warning
  std::vector<std::string> made_again;  // why, a line for each page that was not reused
};

RenderedPages render_pages(const World& world, const Theme& theme, const Staging& staging,
                           const PageReuse& reuse, Diagnostics& diag);

// One of them, now.
std::string render_page(const World& world, const Page& page, const Theme& theme,
                        Diagnostics& diag);

// The page /health/: no page of the plan (PageKind::health), made at the end.
RenderedPages render_health(const World& world, const Health& health, const Theme& theme,
                            const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
