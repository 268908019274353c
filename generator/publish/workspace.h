// Where a site is made before it is published: a folder beside the output
// folder, never in it, so that nothing unfinished can be published with it.
//
//   site/              the output folder
//   .site.kbgen/lock           who is at work
//                staging/      finished files, numbered
//                new/          the new site, until it takes the place of the old one
//                journal.json  what a publish is about to do
//
// Whoever has the workspace has the output folder for itself; others wait.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/file_lock.h"

namespace kbgen {

class Workspace {
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
  const std::string& folder() const { return folder_; }          // absolute
  const std::string& output() const { return output_; }          // absolute, no link in it
  const std::string& output_as_given() const { return given_; }  // for messages
  std::string staging() const { return folder_ + "/staging"; }
  std::string new_site() const { return folder_ + "/new"; }
  std::string journal() const { return folder_ + "/journal.json"; }

 private:
  std::string open(const std::string& folder, const std::string& owner,
                   const FileLock::OnWait& on_wait);

  std::string given_, output_, folder_, stop_at_;
  std::optional<FileLock> lock_, output_lock_;
};

// Finishes what was left in a workspace, by its folder, if it is there.
void finish_workspace(const std::string& folder, const std::string& owner,
                      const FileLock::OnWait& on_wait, Diagnostics& diag);

}  // namespace kbgen
