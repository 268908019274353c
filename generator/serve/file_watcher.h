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

  // Watches `folder` and everything below it, also folders that come later, but not names that
  // begin with '.', node_modules, and whatever is below one of `passed_over`. Returns an empty
  // string, or what went wrong.
  std::string watch(const std::string& folder, const std::vector<std::string>& passed_over);

  // Waits for a change, and then until nothing has changed for a moment, because saving may take
  // several steps. Returns the changed paths, each once, and "/" if some are not known; none after
  // wake().
  std::vector<std::string> wait();

  // Ends wait() on any thread, now and later. May be called by a signal handler.
  void wake() const;

 private:
  bool is_passed_over(const std::string& path) const;
  std::string add_folder(const std::string& folder);
  std::vector<std::string> read_events();

  int events_ = -1;                     // descriptor of inotify
  int wakes_ = -1;                      // descriptor of an eventfd
  std::map<int, std::string> folders_;  // by the number of their watch
  std::vector<std::string> passed_over_;
};

}  // namespace kbgen
