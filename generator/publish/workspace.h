// The workspace: a folder in which a site is made before it is published. It lies beside the
// output folder, never in it, so that nothing unfinished can be published with the site. A command
// that has opened the workspace has the output folder to itself; others wait.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/file_lock.h"
#include "publish/workspace_folders.h"

namespace kbgen {

class Workspace : public WorkspaceFolders {
 public:
  // Opens the workspace of `output`: waits until it is free, and finishes what a killed command
  // left in it. If nothing can be written beside the output folder, the workspace lies below
  // `root`, the folder of config.yaml. `owner` tells waiting commands who has the workspace.
  // Reports `cannot-write` and what read_journal() reports; is_open() is false then.
  Workspace(const std::string& output, const std::string& root, const std::string& owner,
            const FileLock::OnWait& on_wait, Diagnostics& diag);
  // Removes the workspace, unless the next command has to finish a publish in it.
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  bool is_open() const { return lock_.has_value(); }

  // Removes the files that waited here, unless the next command needs them to finish the publish.
  // Published files have their second names here, and lose them, which changes their stamps; so
  // this comes before stamps are taken. The end of a workspace does the same.
  void clear() const;

 private:
  std::string open(const std::string& folder, const std::string& owner,
                   const FileLock::OnWait& on_wait);

  std::string stop_at_;
  std::optional<FileLock> lock_, output_lock_;
};

// Finishes the publish that a killed command left in the workspace `folder`, if there is one.
void finish_workspace(const std::string& folder, const std::string& owner,
                      const FileLock::OnWait& on_wait, Diagnostics& diag);

}  // namespace kbgen
