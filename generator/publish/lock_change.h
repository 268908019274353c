// How the files of the lock change with a site that is published (permalinks/lock.h). Their new
// bytes wait beside them (waiting_path()) until the site is in its place.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

// The lock as it must be when the site is published. Names are below `root`, the project's folder.
struct NewLock {
  std::string root;
  std::map<std::string, std::string> written;  // name → text
  std::vector<std::string> removed;

  bool is_empty() const { return written.empty() && removed.empty(); }  // the lock stays as it is
};

struct LockChange {
  struct File {
    std::string path;         // absolute
    std::string before;       // digest of the bytes that are replaced; empty: there was no file
    bool is_removed = false;  // what it says is in the others
  };
  std::string root;         // absolute
  std::vector<File> files;  // those that are removed are the last ones

  bool is_empty() const { return files.empty(); }
};

// Writes the new bytes of each file to where they wait, but for those that are on the disk already.
// After a failure, which is reported as `lock-not-written`, the lock stays as it is.
LockChange prepare_lock(const NewLock& lock, Diagnostics& diag);

struct LockCommit {
  std::string problem;     // empty: all is done
  bool has_begun = false;  // some file is changed
};
// Puts the new bytes in place, as far as they still wait, and then removes files. If somebody
// changed a file meanwhile, the lines of both are kept, and it is not removed.
LockCommit commit_lock(const LockChange& lock);

// Waits until the disk has the names of the files. Returns an empty string, or what went wrong.
std::string flush_lock(const LockChange& lock);

// Deletes the new bytes, as far as they still wait.
void discard_lock(const LockChange& lock);

}  // namespace kbgen
