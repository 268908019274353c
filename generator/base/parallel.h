// Runs a function on each item of a list, on several threads. All stages that are parallel use
// this.
#pragma once

#include <vector>

#include "base/diagnostics.h"
#include "base/work.h"

namespace kbgen {

// Calls `task(item, diagnostics)` for each item. Results and diagnostics are in the order of the
// items, whichever task ran first. A task must only read shared data, and reports to the
// Diagnostics that it is given. If the work is stopped, the list of results is
// empty: whoever looks results up by the place of an item must ask for that first.
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
