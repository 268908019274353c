// Waits until files change (inotify(7)).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace kbgen {

class FileWatcher {
 public:
  FileWatcher();
  ~FileWatcher();
  FileWatcher(const FileWatcher&) = delete;
  FileWatcher& operator=(const FileWatcher&) = delete;

  // `folder` and everything below it, also folders that come later; without
  // names that begin with '.', node_modules and whatever is below one of
  // `passed_over`. An empty string, or what went wrong.
  std::string watch(const std::string& folder, const std::vector<std::string>& passed_over);

  // Waits for a change and then for a moment without one: saving may take
  // several steps. The paths, each once, "/" where some are not known; none when
  // wake() was called.
  std::vector<std::string> wait();

  // Ends a wait() of any thread. May be called by a signal handler.
  void wake() const;

 private:
  bool is_passed_over(const std::string& path) const;
  std::string add_folder(const std::string& folder);
  std::vector<std::string> read_events();

  int events_ = -1;                     // of inotify
  int wakes_ = -1;                      // an eventfd
  std::map<int, std::string> folders_;  // by watch
  std::vector<std::string> passed_over_;
};

}  // namespace kbgen
