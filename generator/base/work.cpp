#include "base/work.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <time.h>

namespace kbgen {

static double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Work::ThreadLimit {
  tbb::global_control control;
};

Work::Work(Watcher* watcher) : watcher_(watcher) {}
Work::~Work() = default;

void Work::limit_threads(int threads) {
  limit_.reset();
  if (threads <= 0) return;
  auto most = static_cast<std::size_t>(threads);
  limit_.reset(new ThreadLimit{{tbb::global_control::max_allowed_parallelism, most}});
}

StageTimer::StageTimer(Work* work, std::string_view stage)
    : work_(work),
      stage_(stage),
      wall_(seconds_of(CLOCK_MONOTONIC)),
      cpu_(seconds_of(CLOCK_PROCESS_CPUTIME_ID)) {
  if (work_ && work_->watcher_) work_->watcher_->stage_began(stage);
}

StageTimer::~StageTimer() {
  if (!work_) return;
  work_->timings_.push_back({std::string(stage_), seconds_of(CLOCK_MONOTONIC) - wall_,
                             seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_});
  if (work_->watcher_) work_->watcher_->stage_ended();
}

void run_parallel(Work* work, std::size_t count, const std::function<void(std::size_t)>& task) {
  if (!work) return tbb::parallel_for(std::size_t{0}, count, task);
  CountedWork pieces(work, count);
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t index) {
    if (work->is_stopped()) return;
    task(index);
    pieces.piece_done();
  });
}

CountedWork::CountedWork(Work* work, std::size_t pieces)
    : work_(work && work->watcher_ && !work->is_counting_.exchange(true) ? work : nullptr) {
  if (work_) work_->watcher_->work_began(pieces);
}

CountedWork::~CountedWork() {
  if (!work_) return;
  work_->watcher_->work_ended();
  work_->is_counting_ = false;
}

std::string format_timings(const Work& work) {
  std::string out = fmt::format("{:<12}{:>10}{:>10}\n", "stage", "wall s", "cpu s");
  double wall = 0, cpu = 0;
  for (const StageTiming& timing : work.timings()) {
    out += fmt::format("{:<12}{:>10.3f}{:>10.3f}\n", timing.stage, timing.wall, timing.cpu);
    wall += timing.wall;
    cpu += timing.cpu;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  out += fmt::format("{:<12}{:>10.3f}{:>10.3f}\n", "sum", wall, cpu);
  return out + fmt::format("most memory {:.1f} MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace kbgen
