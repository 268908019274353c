// A list into a list of results, on several threads: the one way in which stages are parallel.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/work.h"

namespace kbgen {

// Results and diagnostics come back in the order of the items, whatever ran first. Of work that
// was stopped there are no results at all.
template <class Items, class Task>
auto parallel_map(const Items& items, Diagnostics& diag, Task task) {
  using Result = decltype(task(items[0], diag));
  std::vector<Result> results(items.size());
  std::vector<Diagnostics> reports(items.size(), Diagnostics(diag.work()));
  run_parallel(diag.work(), items.size(),
               [&](std::size_t i) { results[i] = task(items[i], reports[i]); });
  for (Diagnostics& report : reports) diag.merge(std::move(report));
  if (diag.is_stopped()) results.clear();
  return results;
}

}  // namespace kbgen
