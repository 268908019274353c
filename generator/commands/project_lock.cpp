#include "commands/project_lock.h"

#include <fmt/format.h>
#include <unistd.h>

#include "base/disk.h"
#include "publish/workspace.h"

namespace kbgen {

std::string owner_of_locks(std::string_view command) {
  return fmt::format("kbgen {} (process {})", command, getpid());
}

FileLock::OnWait report_wait(std::string_view command) {
  return [command](const std::string& owner) {
    fmt::print(stderr, "kbgen {}: waiting for {}, which is at work here\n", command,
               owner.empty() ? "another command" : owner);
  };
}

ProjectLock::ProjectLock(const ProjectOptions& options, std::string_view command,
                         Diagnostics& diag) {
  const std::string root = root_of(options);
  if (!exists(config_path_of(options)) || access(root.c_str(), W_OK) != 0) return;
  const std::string owner = owner_of_locks(command);
  const FileLock::OnWait on_wait = report_wait(command);
  std::string problem = lock_.acquire(join_path(root, ".kbgen/lock"), owner, on_wait);
  if (!problem.empty()) {
    diag.error("cannot-write", root, problem);
    return;
  }
  if (lock_.note().empty()) return;
  finish_workspace(lock_.note(), owner, on_wait, diag);
  if (!diag.has_errors()) forget_workspace(diag);
}

void ProjectLock::note_workspace(const std::string& folder, Diagnostics& diag) {
  if (!lock_.is_held()) return;
  std::string problem = lock_.leave_note(folder);
  if (!problem.empty()) diag.error("cannot-write", folder, problem);
}

}  // namespace kbgen
