// The second step of a LiveSite, on a thread of its own. It waits a moment first:
// a browser that shows the first one needs the processor, too.
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
  // Both outlive it; `listener` is called on its thread.
  Background(LiveSite& site, LiveListener& listener);
  ~Background();  // without finishing
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // What is being made is of no use any more.
  void stop();
  // Makes everything of what the site shows now.
  void start();

 private:
  using Flag = std::shared_ptr<std::atomic<bool>>;
  Flag next();  // null when it is time to go

  std::mutex mutex_;
  std::condition_variable changed_;
  Flag stop_ = std::make_shared<std::atomic<bool>>(false);  // of the step that runs
  bool is_wanted_ = false, is_over_ = false;
  std::chrono::steady_clock::time_point wanted_at_;
  std::thread thread_;
};

}  // namespace kbgen
