// How the work of one command is done: on how many threads, whether somebody still waits for it,
// who watches it, and how long each stage of it took.
//
// A Work goes where the reports go: every Diagnostics may point to one, and hands it on to the
// Diagnostics of each task (base/parallel.h). Where there is none, work is done on all processors,
// cannot be stopped, and is neither watched nor timed.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// Is told of stages, and of pieces of work within them that can be counted.
class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void stage_began(std::string_view stage) = 0;
  virtual void stage_ended() = 0;
  virtual void work_began(std::size_t pieces) = 0;
  virtual void piece_done() = 0;  // called on any thread
  virtual void work_ended() = 0;
};

struct StageTiming {
  std::string stage;
  double wall = 0, cpu = 0;  // seconds; those of the processor are of all threads
};

class Work {
 public:
  // The watcher, which may be null, outlives this.
  explicit Work(Watcher* watcher = nullptr);
  ~Work();
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  // At most so many threads while this lives; 0: as many as there are processors.
  void limit_threads(int threads);

  // The work is of no use as soon as `stop` is true. `stop` outlives this.
  void stop_when(const std::atomic<bool>& stop) { stop_ = &stop; }
  bool is_stopped() const { return stop_ && *stop_; }

  Watcher* watcher() const { return watcher_; }

  // In the order in which the stages ended.
  const std::vector<StageTiming>& timings() const { return timings_; }

 private:
  friend class StageTimer;
  friend class CountedWork;
  struct ThreadLimit;

  Watcher* const watcher_;
  const std::atomic<bool>* stop_ = nullptr;
  std::atomic<bool> is_counting_ = false;
  std::vector<StageTiming> timings_;
  std::unique_ptr<ThreadLimit> limit_;
};

// Stands at the top of a stage's entry point and measures until its end. The stages of one Work
// run one after another.
class StageTimer {
 public:
  // `work` may be null.
  StageTimer(Work* work, std::string_view stage);
  ~StageTimer();
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

 private:
  Work* const work_;
  std::string_view stage_;
  double wall_, cpu_;
};

// Calls task(0) … task(count - 1), in any order, on several threads. Of work that is stopped the
// tasks that did not begin are left out. `work` may be null.
void run_parallel(Work* work, std::size_t count, const std::function<void(std::size_t)>& task);

// Stands around work whose pieces can be counted. Work within a piece of other work is part of
// that piece and is not counted.
class CountedWork {
 public:
  // `work` may be null.
  CountedWork(Work* work, std::size_t pieces);
  ~CountedWork();
  CountedWork(const CountedWork&) = delete;
  CountedWork& operator=(const CountedWork&) = delete;

  bool is_watched() const { return work_ != nullptr; }
  void piece_done() {
    if (work_) work_->watcher()->piece_done();
  }

 private:
  Work* work_;  // null where nobody watches, or other work is counted
};

// For --timings: a line a stage, their sum, and the most memory that the program used.
std::string format_timings(const Work& work);

}  // namespace kbgen
