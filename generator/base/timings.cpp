#include "base/timings.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <vector>

#include "base/progress.h"

namespace kbgen {

namespace {

struct Timing {
  std::string stage;
  double wall, cpu;
};

// The stages of one thread run one after another, so this needs no lock.
std::vector<Timing>& timings() {
  static thread_local std::vector<Timing> all;
  return all;
}

double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

StageTimer::StageTimer(std::string_view stage)
    : stage_(stage),
      wall_(seconds_of(CLOCK_MONOTONIC)),
      cpu_(seconds_of(CLOCK_PROCESS_CPUTIME_ID)) {
  if (Watcher* watcher = watcher_of_work()) watcher->stage_began(stage);
}

StageTimer::~StageTimer() {
  timings().push_back({std::string(stage_), seconds_of(CLOCK_MONOTONIC) - wall_,
                       seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_});
  if (Watcher* watcher = watcher_of_work()) watcher->stage_ended();
}

std::string format_timings() {
  std::string out = fmt::format("{:<12}{:>10}{:>10}\n", "stage", "wall s", "cpu s");
  double wall = 0, cpu = 0;
  for (const Timing& timing : timings()) {
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
