// The whole generator on one screen.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "content/project.h"
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

// permalinks.lock beside config.yaml; empty where nothing was published yet.
Lock read_lock(const Project& project, Diagnostics& diag);

// Everything from content to finished files; nothing is published. Empty when
// there was an error, which `diag` holds.
std::optional<BuiltSite> build(const Project& project, const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
