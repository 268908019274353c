// How far long work is, for whoever watches: stages tell of themselves by their
// StageTimer, and parallel work is counted where it is done (base/parallel.h),
// so that no stage knows of it and nothing is paid where nobody watches.
#pragma once

#include <cstddef>
#include <string_view>

namespace kbgen {

class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void stage_began(std::string_view stage) = 0;
  virtual void stage_ended() = 0;
  virtual void work_began(std::size_t pieces) = 0;  // within a stage
  virtual void piece_done() = 0;                    // on any thread
  virtual void work_ended() = 0;
};

// Null: nobody. The watcher outlives the work that it sees.
void watch_work(Watcher* watcher);
Watcher* watcher_of_work();

// Stands around work whose pieces can be counted. Work within a piece of other
// work is part of that piece and not counted.
class CountedWork {
 public:
  explicit CountedWork(std::size_t pieces);
  ~CountedWork();
  CountedWork(const CountedWork&) = delete;
  CountedWork& operator=(const CountedWork&) = delete;

  bool is_watched() const { return watcher_ != nullptr; }
  void piece_done() {
    if (watcher_) watcher_->piece_done();
  }

 private:
  Watcher* watcher_;
};

}  // namespace kbgen
