// A lock that one process at a time has, kept in a file. The system takes it
// back when its owner ends, however it ends, so nothing has to be cleaned up by
// hand after a crash.
#pragma once

#include <functional>
#include <string>

namespace kbgen {

class FileLock {
 public:
  FileLock() = default;  // of nothing
  // Gives it back. Without a note the file goes, and its folder if that is empty then.
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;

  // Told once, with the first line of the file, when somebody else has it.
  using OnWait = std::function<void(const std::string& owner)>;

  // Waits until it is free. `owner`, one line, says in the file who has it; the
  // folder of the file is made. On a file system that knows no locks nobody is
  // kept out. An empty string, or why it cannot be had.
  std::string acquire(const std::string& path, const std::string& owner, const OnWait& on_wait);

  // The same for a folder that is there, in which no file can be made: nobody
  // can say who has it.
  std::string acquire_folder(const std::string& folder, const OnWait& on_wait);

  bool is_held() const { return file_ >= 0; }

  // What the next owner must know: one line, which stays until it is replaced
  // by an empty one.
  std::string leave_note(const std::string& note);
  // The note of an earlier owner at first, then the one that was left.
  const std::string& note() const { return note_; }

 private:
  void release();

  int file_ = -1;
  bool is_folder_ = false;
  std::string path_, owner_, note_;
};

}  // namespace kbgen
