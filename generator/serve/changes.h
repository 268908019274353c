// Watches files on a thread of its own, so that none is missed while a change is
// worked on.
#pragma once

#include <atomic>
#include <thread>

#include "serve/file_watcher.h"

namespace kbgen {

class Changes {
 public:
  // `watcher` outlives it, and its wake() ends it.
  explicit Changes(FileWatcher& watcher);
  ~Changes();
  Changes(const Changes&) = delete;
  Changes& operator=(const Changes&) = delete;

  // Until something changed since the last wait; false when it is time to go.
  bool wait();

 private:
  void watch(FileWatcher& watcher);

  std::atomic<bool> has_news_ = false, is_over_ = false;
  std::thread thread_;
};

}  // namespace kbgen
