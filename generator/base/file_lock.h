// A lock on a file, which one process at a time can have. The system releases it when its owner
// ends, however it ends, so nothing has to be cleaned up by hand after a crash.
#pragma once

#include <functional>
#include <string>

namespace kbgen {

class FileLock {
 public:
  FileLock() = default;  // locks nothing
  // Releases the lock. Unless there is a note, the file is removed, and its folder if it is empty.
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;

  // Called once if another process has the lock, with the first line of the file: its owner.
  using OnWait = std::function<void(const std::string& owner)>;

  // Waits until the lock on the file at `path` is free, and takes it. The file and its folder are
  // made. `owner`, one line, is written into the file for those who wait. On a file system without
  // locks nobody has to wait. The result is empty, or says why the lock cannot be taken.
  std::string acquire(const std::string& path, const std::string& owner, const OnWait& on_wait);

  // The same for an existing folder in which no file can be made. Those who wait then do not learn
  // who has the lock.
  std::string acquire_folder(const std::string& folder, const OnWait& on_wait);

  bool is_held() const { return file_ >= 0; }

  // Leaves a note for the next owner in the file: one line, which stays until an empty one replaces
  // it. A note is on the disk when this returns. The result is empty, or says what went wrong.
  std::string leave_note(const std::string& note);
  // The note in the file: that of an earlier owner until leave_note() is called.
  const std::string& note() const { return note_; }

 private:
  void release();

  int file_ = -1;
  bool is_folder_ = false;
  std::string path_, owner_, note_;
};

}  // namespace kbgen
