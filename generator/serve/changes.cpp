#include "serve/changes.h"

namespace kbgen {

Changes::Changes(FileWatcher& watcher) : thread_([this, &watcher] { watch(watcher); }) {}

Changes::~Changes() { thread_.join(); }

bool Changes::wait() {
  has_news_.wait(false);
  has_news_ = false;
  return !is_over_;
}

void Changes::watch(FileWatcher& watcher) {
  while (!is_over_) {
    is_over_ = watcher.wait().empty();
    has_news_ = true;
    has_news_.notify_all();
  }
}

}  // namespace kbgen
