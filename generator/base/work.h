// How the work of one command is done: on how many threads, whether its results are still wanted,
// who watches it, and how long each of its stages took.
//
// A Work is passed along with the diagnostics: every Diagnostics may point to one, and passes it on
// to the Diagnostics of each task (base/parallel.h). Without one, work is done on all processors,
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

// The interface of what shows progress. It is told when stages begin and end, and about pieces of
// work within them that can be counted.
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
  double wall = 0, cpu = 0;  // seconds; processor time is that of all threads together
};

// What the tasks and stages of one command share.
class Work {
 public:
  // The watcher must outlive this; it may be null.
  explicit Work(Watcher* watcher = nullptr);
  ~Work();
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  // Lets at most this many threads work while this object lives; 0: as many as there are
  // processors.
  void limit_threads(int threads);

  // Stops the work as soon as `stop` is true: tasks that have not begun are left out. `stop` must
  // outlive this.
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

// Measures one stage, from its construction at the top of the stage's function to its destruction
// at the end. The stages of one Work run one after another.
class StageTimer {
 public:
  // `work` may be null. The name of the stage must outlive this.
  StageTimer(Work* work, std::string_view stage);
  ~StageTimer();
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

 private:
  Work* const work_;
  std::string_view stage_;
  double wall_, cpu_;
};

// Calls task(0) … task(count - 1) in any order, on several threads. If the work is stopped, tasks
// that have not begun are left out. `work` may be null.
void run_parallel(Work* work, std::size_t count, const std::function<void(std::size_t)>& task);

// Counts the pieces of a work for the watcher, from its construction to its destruction. Pieces of
// work within a piece of other work are not counted.
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
  Work* work_;  // null if nobody watches, or if other work is being counted
};

// The table that --timings prints: a line for each stage, their sum, and the most memory that the
// program used.
std::string format_timings(const Work& work);

}  // namespace kbgen
