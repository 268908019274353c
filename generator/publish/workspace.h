// Where a site is made before it is published: a folder beside the output
// folder, never in it, so that nothing unfinished can be published with it.
// Whoever has the workspace has the output folder for itself; others wait.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/file_lock.h"
#include "publish/workspace_folders.h"

namespace kbgen {

class Workspace : public WorkspaceFolders {
 public:
  // Waits until it is free, and finishes what a killed command left. Where the
  // folder of the output folder cannot be written, the workspace is below `root`,
  // the folder of config.yaml. Reports `cannot-write`.
  Workspace(const std::string& output, const std::string& root, const std::string& owner,
            const FileLock::OnWait& on_wait, Diagnostics& diag);
  // Removes it, unless a publish in it has to be finished.
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  bool is_open() const { return lock_.has_value(); }

 private:
  std::string open(const std::string& folder, const std::string& owner,
                   const FileLock::OnWait& on_wait);

  std::string stop_at_;
  std::optional<FileLock> lock_, output_lock_;
};

// Finishes what was left in a workspace, by its folder, if it is there.
void finish_workspace(const std::string& folder, const std::string& owner,
                      const FileLock::OnWait& on_wait, Diagnostics& diag);

}  // namespace kbgen
