// Lets commands that write into the same project, or into the same output folder, take turns.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/file_lock.h"
#include "content/project.h"

namespace kbgen {

// The name of this process as other commands show it while they wait for it: "kbgen build (process
// 4711)".
std::string owner_of_locks(std::string_view command);

// A function that prints to standard error that `command` waits, and for whom. `command` must
// outlive it.
FileLock::OnWait report_wait(std::string_view command);

// Holds the lock of a project (.kbgen/lock) for as long as it lives. A folder without config.yaml
// is not locked, because kbgen does not write into it, nor is one that this process may not write
// into.
class ProjectLock {
 public:
  ProjectLock() = default;  // locks nothing
  // Waits until the lock is free, then finishes the publishing that a killed `kbgen build` left
  // unfinished. Reports `cannot-write`.
  ProjectLock(const ProjectOptions& options, std::string_view command, Diagnostics& diag);

  // Writes into the lock where the next command finds the work that it has to finish, should this
  // one be killed. To be called before publishing begins. Reports `cannot-write`.
  void note_workspace(const std::string& folder, Diagnostics& diag);
  // To be called when publishing has ended and the next command has nothing to finish.
  void forget_workspace(Diagnostics& diag) { note_workspace("", diag); }

 private:
  FileLock lock_;
};

}  // namespace kbgen
