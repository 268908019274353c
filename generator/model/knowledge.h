// Everything that is known of a project before the first page is made.
#pragma once

#include <memory>

#include "content/discover.h"
#include "content/key_notes.h"
#include "content/project.h"
#include "model/graph.h"
#include "model/links.h"
#include "model/map.h"
#include "model/plan.h"
#include "model/site.h"
#include "permalinks/lock_file.h"

namespace kbgen {

// Each part follows from those above it, and none changes once it is made.
struct Knowledge {
  const Project* project = nullptr;  // outlives this
  SourceTree sources;                // spans in what follows point into its files
  KeyCounts keys;                    // of a folder that nobody configured
  std::shared_ptr<const LockFile> lock_file;
  Site site;
  Links links;
  std::shared_ptr<const Graph> graph;
  Map map;
  Plan plan;

  const Config& config() const { return project->config; }
  const Lock& lock() const { return lock_file->lock; }
};

}  // namespace kbgen
