// Renders the pages of a site through the templates of its theme, each on its own and in parallel.
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

// How a build reuses the pages of the last one.
struct PageReuse {
  bool notes_reads = false;  // whether pages record what they read, for the next build
  // What the published pages read when they were rendered with the same theme. Null: every page is
  // rendered.
  const ReadsOfPages* published = nullptr;
};

struct RenderedPages {
  std::vector<OutputFile> files;
  std::set<std::string> assets;         // that pages use, by the names that asset() takes
  ReadsOfPages reads;                   // if pages record them; none of a page with a diagnostic
  std::vector<std::string> made_again;  // for each page that was not reused, why: a line each
};

// Renders all pages of the plan. `assets` of the result includes those that theme.yaml lists.
// Nothing is rendered if `diag` has an error, such as a missing template, which this reports.
RenderedPages render_pages(const Publication& publication, const PageReuse& reuse,
                           Diagnostics& diag);

// The HTML of one page of the plan; it is returned, not added to the staging folder.
std::string render_page(const Publication& publication, const Page& page, Diagnostics& diag);

// The page /health/. It is not in the plan, because it is made of what the others reported.
RenderedPages render_health(const Publication& publication, const Health& health,
                            Diagnostics& diag);

}  // namespace kbgen
