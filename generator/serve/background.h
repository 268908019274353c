// Runs the second step of a LiveSite on a thread of its own. It waits a moment first, because a
// browser that shows what the first step made needs the processor, too.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "serve/live_site.h"

namespace kbgen {

class Background {
 public:
  // Both must outlive this. `listener` is called on the thread of its own.
  Background(LiveSite& site, LiveListener& listener);
  ~Background();  // stops what is being made, and waits for the thread
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // Lets what is being made end early, because something newer follows. Does not wait for it.
  void stop();
  // Begins to make everything of what the site shows now. Does not wait for it.
  void start();

 private:
  using Flag = std::shared_ptr<std::atomic<bool>>;
  // Waits until a step is wanted, and returns what stops it; null when the thread must end.
  Flag next();

  std::mutex mutex_;
  std::condition_variable changed_;
  Flag stop_ = std::make_shared<std::atomic<bool>>(false);  // stops the step that runs
  bool is_wanted_ = false, is_over_ = false;
  std::chrono::steady_clock::time_point wanted_at_;
  std::thread thread_;
};

}  // namespace kbgen
