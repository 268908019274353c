// Watches files on a thread of its own, so that no change is missed while another is worked on.
#pragma once

#include <atomic>
#include <thread>

#include "serve/file_watcher.h"

namespace kbgen {

class ChangeWatcher {
 public:
  // `watcher` must outlive this. Its wake() ends the thread, for which the destructor waits.
  explicit ChangeWatcher(FileWatcher& watcher);
  ~ChangeWatcher();
  ChangeWatcher(const ChangeWatcher&) = delete;
  ChangeWatcher& operator=(const ChangeWatcher&) = delete;

  // Waits until something has changed since the last call. Returns false after the watcher's
  // wake().
  bool wait();

 private:
  void watch(FileWatcher& watcher);

  std::atomic<bool> has_news_ = false, is_over_ = false;
  std::thread thread_;
};

}  // namespace kbgen
