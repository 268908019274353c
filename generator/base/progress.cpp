#include "base/progress.h"

#include <atomic>

namespace kbgen {

static Watcher* the_watcher = nullptr;
static std::atomic<bool> is_counting = false;

void watch_work(Watcher* watcher) { the_watcher = watcher; }
Watcher* watcher_of_work() { return the_watcher; }

CountedWork::CountedWork(std::size_t pieces) : watcher_(the_watcher) {
  if (watcher_ && is_counting.exchange(true)) watcher_ = nullptr;
  if (watcher_) watcher_->work_began(pieces);
}

CountedWork::~CountedWork() {
  if (!watcher_) return;
  watcher_->work_ended();
  is_counting = false;
}

}  // namespace kbgen
