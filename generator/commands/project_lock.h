// Commands that write into one project, or one output folder, take turns.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/file_lock.h"
#include "content/project.h"

namespace kbgen {

// "kbgen build (process 4711)", for whoever waits.
std::string owner_of_locks(std::string_view command);

// Prints that this command waits, and for whom.
FileLock::OnWait say_who_is_waited_for(std::string_view command);

// The project's own lock, for as long as it lives. Nobody is kept out of a folder
// without config.yaml, which kbgen does not write into, nor of one that it cannot
// write into.
class ProjectLock {
 public:
  ProjectLock() = default;  // of nothing
  // Waits, and finishes what a killed `kbgen build` left. Reports `cannot-write`.
  ProjectLock(const ProjectOptions& options, std::string_view command, Diagnostics& diag);

  // Before a publish begins: where the next command finds what it has to finish.
  void note_workspace(const std::string& folder, Diagnostics& diag);
  // It ended, so there is nothing to find.
  void forget_workspace(Diagnostics& diag) { note_workspace("", diag); }

 private:
  FileLock lock_;
};

}  // namespace kbgen
