#include "base/parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <memory>

#include "base/progress.h"

namespace kbgen {

static std::unique_ptr<tbb::global_control> limit;

void limit_jobs(int jobs) {
  limit.reset();
  if (jobs > 0)
    limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                  static_cast<std::size_t>(jobs));
}

static thread_local const std::atomic<bool>* stop_flag = nullptr;

StopWhen::StopWhen(const std::atomic<bool>& stop) { stop_flag = &stop; }
StopWhen::~StopWhen() { stop_flag = nullptr; }

void run_parallel(std::size_t count, const std::function<void(std::size_t)>& task) {
  CountedWork work(count);
  const std::atomic<bool>* stop = stop_flag;
  if (!stop && !work.is_watched()) return tbb::parallel_for(std::size_t{0}, count, task);
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t index) {
    if (stop && *stop) throw Stopped();
    task(index);
    work.piece_done();
  });
}

}  // namespace kbgen
