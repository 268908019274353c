// One line on a terminal that says what is being done and how far it is:
// "rendering pages: 412 of 2,000 · 1.2 s". It comes when work has gone on for
// half a second, and goes before anything else is printed.
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
  std::size_t done = 0, of = 0;  // of 0: nothing that could be counted
  double seconds = 0;
};

// Cut where the terminal ends, so that it stays one line.
std::string format_progress(const ProgressNow& now, std::size_t width);

// Watches work; does nothing where `terminal` is none.
class ProgressLine final : public Watcher {
 public:
  using Clock = std::chrono::steady_clock;
  explicit ProgressLine(int terminal, Clock::duration patience = std::chrono::milliseconds(500));

  // What a Work is told to call; null where nobody would see the line.
  Watcher* watcher() { return drawer_.joinable() ? this : nullptr; }

  void stage_began(std::string_view stage) override;
  void stage_ended() override;
  void work_began(std::size_t pieces) override;
  void piece_done() override { done_.fetch_add(1, std::memory_order_relaxed); }
  void work_ended() override;

 private:
  void draw_now_and_then(std::stop_token stop);
  void draw();
  void erase();

  const int terminal_;
  const Clock::duration patience_;
  std::atomic<std::size_t> done_ = 0;

  std::mutex mutex_;  // holds what is below
  std::condition_variable_any changed_;
  std::string stage_;  // empty: none runs
  std::size_t pieces_ = 0;
  Clock::time_point began_, ended_;  // the first stage, the last one
  bool is_shown_ = false;
  std::jthread drawer_;
};

// The work of one command, shown on standard error while it goes on.
struct ShownWork {
  // 0 threads: as many as there are processors.
  explicit ShownWork(std::int64_t threads = 0);

  ProgressLine line;
  Work work;
};

}  // namespace kbgen
