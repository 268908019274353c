// The whole generator on one screen.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "content/discover.h"
#include "content/project.h"
#include "model/graph.h"
#include "model/links.h"
#include "model/map.h"
#include "model/plan.h"
#include "model/site.h"
#include "permalinks/lock.h"
#include "publish/outputs.h"

namespace kbgen {

// Counts for the sentence that a build ends with.
struct Summary {
  std::size_t episodes = 0, people = 0, topics = 0, resources = 0, pages = 0, words = 0,
              mentions = 0;
};

struct BuiltSite {
  Outputs outputs;
  Summary summary;
  std::string changed_lock;  // permalinks.lock as it must be; empty: as it is
};

// All that is known before the first page is made.
struct Knowledge {
  SourceTree sources;  // what follows points into them
  Lock lock;           // permalinks.lock; empty where nothing was published yet
  Site site;
  Links links;
  Graph graph;
  Map map;
  Plan plan;  // but for what was removed, which build() decides
};

Knowledge understand(const Project& project, Diagnostics& diag);

// Everything from content to finished files; nothing is published. Empty when
// there was an error, which `diag` holds.
std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
