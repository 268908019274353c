#include "serve/file_watcher.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <set>

#include "base/disk.h"

namespace kbgen {

// IN_MODIFY is left out, because a file that is being written is not worth reading yet.
static constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                         IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;

// A change is over when nothing happens for this time: editors write a new file beside the old
// one, put it in its place and delete what is left, in quick succession.
static constexpr int quiet_ms = 8;

FileWatcher::FileWatcher()
    : events_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), wakes_(eventfd(0, EFD_CLOEXEC)) {}

FileWatcher::~FileWatcher() {
  close(events_);
  close(wakes_);
}

bool FileWatcher::is_passed_over(const std::string& path) const {
  std::string name = file_name(path);
  return name.starts_with('.') || name == "node_modules" ||
         std::ranges::any_of(passed_over_,
                             [&](const std::string& folder) { return is_below(path, folder); });
}

std::string FileWatcher::watch(const std::string& folder,
                               const std::vector<std::string>& passed_over) {
  for (const std::string& path : passed_over) passed_over_.push_back(absolute_path(path));
  return add_folder(absolute_path(folder));
}

std::string FileWatcher::add_folder(const std::string& folder) {
  int watch = inotify_add_watch(events_, folder.c_str(), changes | IN_ONLYDIR);
  if (watch < 0) {
    if (errno == ENOSPC)
      return "the system watches no more folders: raise fs.inotify.max_user_watches";
    return fmt::format("{} cannot be watched: {}", folder, std::strerror(errno));
  }
  folders_[watch] = folder;
  for (const std::string& name : list_folders(folder)) {
    std::string path = folder + "/" + name;
    if (is_passed_over(path)) continue;
    if (std::string problem = add_folder(path); !problem.empty()) return problem;
  }
  return "";
}

std::vector<std::string> FileWatcher::read_events() {
  std::vector<std::string> paths;
  alignas(inotify_event) std::array<char, 1 << 16> buffer;
  for (ssize_t size; (size = read(events_, buffer.data(), buffer.size())) > 0;) {
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      // There were so many events that some were lost, so the caller must look at everything.
      if (event->mask & IN_Q_OVERFLOW) paths.push_back("/");
      auto folder = folders_.find(event->wd);
      if (folder == folders_.end()) continue;
      if (event->mask & IN_IGNORED) {
        folders_.erase(folder);
        continue;
      }
      std::string path = folder->second;
      if (event->len > 0) path += std::string("/") + event->name;
      if (is_passed_over(path)) continue;
      bool is_new_folder = (event->mask & IN_ISDIR) && (event->mask & (IN_CREATE | IN_MOVED_TO));
      if (is_new_folder) add_folder(path);
      // A file that was created is reported when it has been written.
      bool is_unwritten = (event->mask & IN_CREATE) && !(event->mask & IN_ISDIR);
      if (!is_unwritten) paths.push_back(path);
    }
  }
  return paths;
}

std::vector<std::string> FileWatcher::wait() {
  std::set<std::string> changed;
  for (;;) {
    std::array<pollfd, 2> files = {{{events_, POLLIN, 0}, {wakes_, POLLIN, 0}}};
    int ready = poll(files.data(), files.size(), changed.empty() ? -1 : quiet_ms);
    if (ready == 0) return {changed.begin(), changed.end()};
    if (ready < 0 && errno != EINTR) return {};
    if (files[1].revents) return {};
    if (files[0].revents)
      for (std::string& path : read_events()) changed.insert(std::move(path));
  }
}

// Nobody reads what is written, so that later waits end at once, too.
void FileWatcher::wake() const {
  std::uint64_t one = 1;
  [[maybe_unused]] ssize_t written = write(wakes_, &one, sizeof one);
}

}  // namespace kbgen
