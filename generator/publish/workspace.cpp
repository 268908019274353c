#include "publish/workspace.h"

#include <unistd.h>

#include "base/digest.h"
#include "base/disk.h"
#include "publish/exchange.h"
#include "publish/in_place.h"
#include "publish/journal.h"

namespace kbgen {

namespace {

// Returns the longest part of an absolute path that exists.
std::string deepest_folder(const std::string& path) {
  std::string at = path;
  while (at != "/" && kind_of_path(at) == PathKind::nothing) at = parent_path(at);
  return at;
}

// Makes a path absolute, and resolves symbolic links in the part of it that exists.
std::string resolved(const std::string& path) {
  std::string absolute = absolute_path(path), there = deepest_folder(absolute);
  std::string real = real_path(there);
  if (real.empty() || there == absolute) return real.empty() ? absolute : real;
  return join_path(real, relative_path(absolute, there));
}

std::string finish_exchange(const Journal& journal, const Workspace& workspace) {
  if (identity_of(workspace.output()) != journal.new_folder) {
    discard_lock(journal.lock);
    return remove_file(workspace.journal());
  }
  std::string problem = commit_lock(journal.lock).problem;
  return problem.empty() ? complete_exchange(workspace, journal.lock) : problem;
}

std::string finish_in_place(const Journal& journal, const Workspace& workspace) {
  std::string problem = follow_journal(journal, Flush::yes);
  return problem.empty() ? remove_file(workspace.journal()) : problem;
}

// Only a folder may be a workspace: a symbolic link could lead to somebody's files. Returns an
// empty string, or why `folder` cannot be one.
std::string reject_link(const std::string& folder) {
  PathKind kind = kind_of_path_itself(folder);
  bool is_usable = kind == PathKind::nothing || kind == PathKind::folder;
  return is_usable ? "" : "cannot write " + folder + ": something that is no folder is there";
}

}  // namespace

std::string Workspace::open(const std::string& folder, const std::string& owner,
                            const FileLock::OnWait& on_wait) {
  stop_at_ = deepest_folder(parent_path(folder));
  std::string problem = reject_link(folder);
  if (problem.empty()) problem = make_folders(folder);
  FileLock lock;
  if (problem.empty()) problem = lock.acquire(folder + "/lock", owner, on_wait);
  if (!problem.empty()) return problem;
  folder_ = folder;
  lock_ = std::move(lock);
  return "";
}

Workspace::Workspace(const std::string& output, const std::string& root, const std::string& owner,
                     const FileLock::OnWait& on_wait, Diagnostics& diag) {
  given_ = output;
  output_ = resolved(output);
  const std::string name = file_name(output_);
  std::string problem =
      open(join_path(parent_path(output_), "." + name + ".kbgen"), owner, on_wait);
  if (!problem.empty() && is_directory(output_) && !access(root.c_str(), W_OK)) {
    std::string beside_config =
        join_path(absolute_path(root), ".kbgen/" + name + "-" + digest_of(output_).substr(0, 8));
    FileLock output_lock;
    problem = open(beside_config, owner, on_wait);
    // Other projects may publish into this output folder from workspaces of their own, so it needs
    // a lock itself.
    if (problem.empty()) problem = output_lock.acquire_folder(output_, on_wait);
    if (problem.empty()) output_lock_ = std::move(output_lock);
  }
  if (problem.empty()) {
    Diagnostics of_journal;
    std::optional<Journal> journal = read_journal(this->journal(), of_journal);
    if (of_journal.has_errors()) {
      diag.merge(std::move(of_journal));
      lock_.reset();
      return;
    }
    if (journal)
      problem = journal->way == PublishWay::exchange ? finish_exchange(*journal, *this)
                                                     : finish_in_place(*journal, *this);
  }
  if (problem.empty()) problem = remove_tree(staging());
  if (problem.empty()) problem = remove_tree(new_site());
  if (problem.empty()) return;
  diag.error("cannot-write", output, problem);
  lock_.reset();
}

void Workspace::clear() const {
  if (kind_of_path_itself(journal()) != PathKind::nothing) return;
  remove_tree(staging());
  remove_tree(new_site());
}

Workspace::~Workspace() {
  if (!lock_) return;
  clear();
  lock_.reset();
  rmdir(folder_.c_str());
  remove_empty_folders(parent_path(folder_), stop_at_);
}

void finish_workspace(const std::string& folder, const std::string& owner,
                      const FileLock::OnWait& on_wait, Diagnostics& diag) {
  std::optional<Journal> journal = read_journal(folder + "/journal.json", diag);
  if (journal) Workspace(journal->output, parent_path(parent_path(folder)), owner, on_wait, diag);
}

}  // namespace kbgen
