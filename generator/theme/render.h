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

RenderedPages render_pages(const Publication& publication, const PageReuse& reuse,
                           Diagnostics& diag);

// One page of the plan, now.
std::string render_page(const Publication& publication, const Page& page, Diagnostics& diag);

// The page /health/, which is in no plan because it is made of what the others reported.
RenderedPages render_health(const Publication& publication, const Health& health,
                            Diagnostics& diag);

}  // namespace kbgen
