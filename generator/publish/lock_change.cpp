#include "publish/lock_change.h"

#include <set>
#include <string_view>

#include "base/digest.h"
#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

namespace {

// Writes the new bytes of a file to where they wait. Only those that replace others are flushed to
// the disk by themselves: a first lock may have thousands of files, which flush_file_system()
// flushes together.
std::string write_waiting(const std::string& path, const std::string& text, bool is_first) {
  if (!is_first) return write_waiting_file(path, text);
  const std::string waiting = waiting_path(path);
  std::string problem =
      remove_file(waiting);  // a killed run, or somebody's link, may have left one
  return problem.empty() ? write_file(waiting, text) : problem;
}

// Returns `now` with those lines of `more` that it does not have: the lines of both merge two files
// of a lock (permalinks/lock_part.h), because both name the same page above them.
std::string union_of_lines(const std::string& now, const std::string& more) {
  std::set<std::string_view> known;
  for (std::string_view line : split(now, '\n')) known.insert(line);
  std::string merged = now;
  if (!merged.empty() && !merged.ends_with('\n')) merged += '\n';
  for (std::string_view line : split(more, '\n'))
    if (!known.contains(line)) merged += std::string(line) + '\n';
  return merged;
}

std::string commit_file(const LockChange::File& file) {
  const std::string waiting = waiting_path(file.path);
  ReadResult next = try_to_read(waiting), now = try_to_read(file.path);
  if (next.is_absent()) return "";
  if (!next.bytes) return "cannot read " + waiting + ": " + next.problem;
  if (!now.problem.empty()) return "cannot read " + file.path + ": " + now.problem;
  std::string target = link_target(file.path), problem;
  if (now.bytes && digest_of(*now.bytes) != file.before)
    problem = write_file_atomically(waiting, union_of_lines(*now.bytes, *next.bytes));
  return problem.empty() ? rename_file(waiting, target) : problem;
}

std::string remove_unchanged(const LockChange::File& file, const std::string& root) {
  ReadResult now = try_to_read(file.path);
  if (!now.problem.empty()) return "cannot read " + file.path + ": " + now.problem;
  if (!now.bytes || digest_of(*now.bytes) != file.before) return "";
  std::string problem = remove_file(file.path);
  remove_empty_folders(parent_path(file.path), root);
  return problem;
}

}  // namespace

LockChange prepare_lock(const NewLock& lock, Diagnostics& diag) {
  LockChange change{absolute_path(lock.root), {}};
  auto fail = [&](const std::string& name, const std::string& problem) {
    diag.error("lock-not-written", join_path(lock.root, name), problem,
               "published links are only kept if this file can be written; --keep-lock says that "
               "this build is a try");
    discard_lock(change);
    return LockChange();
  };
  for (const auto& [name, text] : lock.written) {
    const std::string path = join_path(change.root, name);
    ReadResult now = try_to_read(path);
    if (!now.problem.empty()) return fail(name, "cannot read " + path + ": " + now.problem);
    if (now.bytes == text) continue;
    std::string problem = write_waiting(path, text, !now.bytes);
    if (!problem.empty()) return fail(name, problem);
    change.files.push_back({path, now.bytes ? digest_of(*now.bytes) : ""});
  }
  for (const std::string& name : lock.removed) {
    const std::string path = join_path(change.root, name);
    if (ReadResult now = try_to_read(path); now.bytes)
      change.files.push_back({path, digest_of(*now.bytes), true});
  }
  if (std::string problem = change.is_empty() ? "" : flush_file_system(change.root);
      !problem.empty())
    return fail("", problem);
  return change;
}

LockCommit commit_lock(const LockChange& lock) {
  LockCommit commit;
  for (const LockChange::File& file : lock.files) {
    commit.problem = file.is_removed ? remove_unchanged(file, lock.root) : commit_file(file);
    if (!commit.problem.empty()) return commit;
    commit.has_begun = true;
  }
  return commit;
}

std::string flush_lock(const LockChange& lock) {
  std::set<std::string> folders;
  for (const LockChange::File& file : lock.files)
    folders.insert(parent_path(link_target(file.path)));
  std::string problem;
  for (const std::string& folder : folders)
    if (problem.empty() && exists(folder)) problem = flush_to_disk(folder);
  return problem;
}

void discard_lock(const LockChange& lock) {
  for (const LockChange::File& file : lock.files) {
    if (file.is_removed) continue;
    remove_file(waiting_path(file.path));
    remove_empty_folders(parent_path(file.path), lock.root);
  }
}

}  // namespace kbgen
