// One line on a terminal that says which stage is running and how far it is: "rendering 412 of
// 2,000 · 1.2 s". It appears when work has gone on for half a second, and is erased when the stage
// ends.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "base/work.h"

namespace kbgen {

struct ProgressNow {
  std::string stage;
  std::size_t done = 0, of = 0;  // pieces of work; of 0: the stage has none that can be counted
  double seconds = 0;            // since the first stage began
};

// The line as text, cut to `width` columns so that it stays one line.
std::string format_progress(const ProgressNow& now, std::size_t width);

// Shows the progress of the work that it watches on `terminal`, a file descriptor, once the work
// has gone on for `delay`. Does nothing if that is not a terminal. Thread safe.
class ProgressLine final : public Watcher {
 public:
  using Clock = std::chrono::steady_clock;
  explicit ProgressLine(int terminal, Clock::duration delay = std::chrono::milliseconds(500));

  // The watcher to give to a Work; null if the line would not be shown.
  Watcher* watcher() { return drawer_.joinable() ? this : nullptr; }

  void stage_began(std::string_view stage) override;
  void stage_ended() override;
  void work_began(std::size_t pieces) override;
  void piece_done() override { done_.fetch_add(1, std::memory_order_relaxed); }
  void work_ended() override;

 private:
  void draw_repeatedly(std::stop_token stop);
  void draw();
  void erase();

  const int terminal_;
  const Clock::duration delay_;
  std::atomic<std::size_t> done_ = 0;

  std::mutex mutex_;  // guards all members below
  std::condition_variable_any changed_;
  std::string stage_;  // the stage that is running; empty: none
  std::size_t pieces_ = 0;
  Clock::time_point began_, ended_;  // when the first stage began, when the last one ended
  bool is_shown_ = false;
  std::jthread drawer_;
};

// The work of one command, shown on standard error while it goes on.
struct ShownWork {
  // `threads` is the most that may run at a time; 0: as many as there are processors.
  explicit ShownWork(std::int64_t threads = 0);

  ProgressLine line;
  Work work;
};

}  // namespace kbgen
