#include "base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/disk.h"

namespace kbgen {

namespace {

// The content of a lock file, which has two short lines: the owner and the note.
std::string bytes_of(int file) {
  std::string bytes(1 << 13, '\0');
  ssize_t got = pread(file, bytes.data(), bytes.size(), 0);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return bytes;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string second_line(const std::string& text) {
  std::size_t begin = text.find('\n');
  return begin == text.npos ? "" : first_line(text.substr(begin + 1));
}

// Waits for the lock of a file. True when this process has it, and also if the file system has no
// locks.
bool lock(int file, const FileLock::OnWait& on_wait) {
  if (flock(file, LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK) {
    on_wait(first_line(bytes_of(file)));
    int result;
    do result = flock(file, LOCK_EX);
    while (result != 0 && errno == EINTR);
    if (result == 0) return true;
  }
  return errno == ENOLCK || errno == ENOSYS || errno == EOPNOTSUPP;
}

// Whether the open file is still the one at `path`. The previous owner of the lock removes the
// file, and a third process may have made another one since.
bool is_still_at(int file, const std::string& path) {
  struct stat ours {
  }, there{};
  return fstat(file, &ours) == 0 && lstat(path.c_str(), &there) == 0 &&
         ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

}  // namespace

FileLock::~FileLock() { release(); }

FileLock::FileLock(FileLock&& other) noexcept { *this = std::move(other); }

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(is_folder_, other.is_folder_);
  std::swap(path_, other.path_);
  std::swap(owner_, other.owner_);
  std::swap(note_, other.note_);
  return *this;
}

void FileLock::release() {
  if (file_ < 0) return;
  if (!is_folder_ && note_.empty()) {
    unlink(path_.c_str());
    rmdir(parent_path(path_).c_str());  // fails, as it should, if something else is in the folder
  }
  close(std::exchange(file_, -1));
}

std::string FileLock::acquire(const std::string& path, const std::string& owner,
                              const OnWait& on_wait) {
  for (;;) {
    if (std::string problem = make_folders(parent_path(path)); !problem.empty()) return problem;
    int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    // Another process has just given up its lock and removed the folder.
    if (file < 0 && errno == ENOENT) continue;
    if (file < 0) return what_failed("cannot write", path);
    if (!lock(file, on_wait)) {
      std::string problem = what_failed("cannot lock", path);
      close(file);
      return problem;
    }
    if (!is_still_at(file, path)) {
      close(file);
      continue;
    }
    file_ = file;
    path_ = path;
    owner_ = owner;
    note_ = second_line(bytes_of(file));
    return leave_note(note_);
  }
}

std::string FileLock::acquire_folder(const std::string& folder, const OnWait& on_wait) {
  int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return what_failed("cannot read", folder);
  if (!lock(file, on_wait)) {
    std::string problem = what_failed("cannot lock", folder);
    close(file);
    return problem;
  }
  file_ = file;
  is_folder_ = true;
  path_ = folder;
  return "";
}

std::string FileLock::leave_note(const std::string& note) {
  std::string text = owner_ + "\n" + note + "\n";
  auto size = static_cast<ssize_t>(text.size());
  // Written first and cut off then: if the process is killed in between, both lines are complete.
  bool is_written =
      pwrite(file_, text.data(), text.size(), 0) == size && ftruncate(file_, size) == 0;
  if (is_written && (note.empty() || fsync(file_) == 0)) {
    note_ = note;
    return "";
  }
  return what_failed("cannot write", path_);
}

}  // namespace kbgen
