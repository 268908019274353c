#include "serve/background.h"

namespace kbgen {

static constexpr std::chrono::milliseconds pause{400};

Background::Background(LiveSite& site, LiveListener& listener)
    : thread_([this, &site, &listener] {
        while (Flag stop = next()) site.complete(*stop, listener);
      }) {}

Background::~Background() {
  {
    std::lock_guard guard(mutex_);
    is_over_ = true;
    *stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Background::stop() {
  std::lock_guard guard(mutex_);
  *stop_ = true;
  is_wanted_ = false;
}

void Background::start() {
  {
    std::lock_guard guard(mutex_);
    is_wanted_ = true;
    wanted_at_ = std::chrono::steady_clock::now() + pause;
  }
  changed_.notify_all();
}

Background::Flag Background::next() {
  std::unique_lock guard(mutex_);
  while (!is_over_) {
    if (!is_wanted_) {
      changed_.wait(guard);
    } else if (std::chrono::steady_clock::now() < wanted_at_) {
      changed_.wait_until(guard, wanted_at_);
    } else {
      is_wanted_ = false;
      return stop_ = std::make_shared<std::atomic<bool>>(false);
    }
  }
  return nullptr;
}

}  // namespace kbgen
