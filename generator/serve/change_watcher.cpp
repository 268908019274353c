#include "serve/change_watcher.h"

namespace kbgen {

ChangeWatcher::ChangeWatcher(FileWatcher& watcher)
    : thread_([this, &watcher] { watch(watcher); }) {}

ChangeWatcher::~ChangeWatcher() { thread_.join(); }

bool ChangeWatcher::wait() {
  has_news_.wait(false);
  has_news_ = false;
  return !is_over_;
}

void ChangeWatcher::watch(FileWatcher& watcher) {
  while (!is_over_) {
    is_over_ = watcher.wait().empty();
    has_news_ = true;
    has_news_.notify_all();
  }
}

}  // namespace kbgen
