#include "base/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <memory>

namespace kbgen {

static std::unique_ptr<tbb::global_control> limit;

void limit_jobs(int jobs) {
  limit.reset();
  if (jobs > 0)
    limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                  static_cast<std::size_t>(jobs));
}

void run_parallel(std::size_t count, const std::function<void(std::size_t)>& task) {
  tbb::parallel_for(std::size_t{0}, count, task);
}

}  // namespace kbgen
