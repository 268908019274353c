#include "model/check.h"

#include <algorithm>

#include "base/disk.h"
#include "base/timings.h"

namespace kbgen {

template <class Entity>
static void report_unmentioned(const Project& project, const Table<Entity>& entities,
                               std::string_view kind, const Links& links, Diagnostics& diag) {
  for (const Entity& entity : entities) {
    if (!entity.match || !links.mentions_of[entity.id].empty()) continue;
    diag.warning("unmentioned", join_path(project.root, entity.origin.path),
                 "nobody mentions the " + std::string(kind) + " '" + entity.title + "'",
                 "if it goes by other words in speech, add them as `aliases`");
  }
}

void check_knowledge(const Project& project, const Site& site, const Links& links,
                     Diagnostics& diag) {
  StageTimer timer("check");
  bool anything_said = std::ranges::any_of(
      site.episodes, [](const Episode& episode) { return episode.spoken.has_value(); });
  if (!anything_said) return;
  report_unmentioned(project, site.topics, "topic", links, diag);
  report_unmentioned(project, site.resources, "resource", links, diag);
}

}  // namespace kbgen
