// The only way to be parallel: const data in, one slot a task out.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

// How many threads run_parallel may use, for the whole program; 0: all there are.
void limit_jobs(int jobs);

// Thrown by run_parallel() once nobody waits for what it does any more. No work
// of ours leaves anything half done behind that matters then.
struct Stopped {};

// While it lives, run_parallel() of this thread ends as soon as `stop` is true.
// One at a time.
class StopWhen {
 public:
  explicit StopWhen(const std::atomic<bool>& stop);
  ~StopWhen();
  StopWhen(const StopWhen&) = delete;
  StopWhen& operator=(const StopWhen&) = delete;
};

// Calls task(0) … task(count - 1), in any order, on several threads.
void run_parallel(std::size_t count, const std::function<void(std::size_t)>& task);

// Results and diagnostics come back in input order, whatever ran first.
template <class Items, class Task>
auto parallel_map(const Items& items, Diagnostics& diag, Task task) {
  using Result = decltype(task(items[0], diag));
  std::vector<Result> results(items.size());
  std::vector<Diagnostics> reports(items.size());
  run_parallel(items.size(), [&](std::size_t i) { results[i] = task(items[i], reports[i]); });
  for (Diagnostics& report : reports) diag.merge(std::move(report));
  return results;
}

}  // namespace kbgen
