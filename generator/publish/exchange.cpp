#include "publish/exchange.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "base/disk.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

// Whether an errno says that hard links or an exchange of folders do not work here: the file
// system has none, or the output folder is a mount point.
bool means_not_possible(int error) {
  constexpr int answers[] = {EINVAL, ENOSYS, EXDEV, EBUSY, EPERM, EACCES, EMLINK, EOPNOTSUPP};
  return std::ranges::find(answers, error) != std::end(answers);
}

// Makes `to` a hard link of `from`. Returns 0, or -1 with the reason in errno. If `from` is a
// symbolic link, the link itself gets the second name, not the file that it leads to.
int give_second_name(const std::string& from, const std::string& to) {
  if (linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return 0;
  if (errno == ENOENT && make_folders(parent_path(to)).empty())
    return linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0);
  return -1;
}

class NewSite {
 public:
  NewSite(const Changes& changes, const WorkspaceFolders& workspace)
      : changes_(changes), workspace_(workspace) {}

  Exchange make() {
    add(make_folders(workspace_.new_site()));
    copy_owner();
    copy_mode("");
    for (const WaitingFile& file : changes_.written) add_link(file.from, file.path);
    for (const std::string& path : changes_.unchanged) keep(path);
    for (const std::string& path : changes_.strangers) keep_stranger(path);
    add_manifest();
    return result_;
  }

 private:
  bool is_good() const { return result_.state == ExchangeState::done; }
  std::string at_new(const std::string& path) const {
    return join_path(workspace_.new_site(), path);
  }
  std::string at_old(const std::string& path) const { return join_path(workspace_.output(), path); }

  void add(std::string problem) {
    if (!problem.empty()) result_ = {ExchangeState::failed, std::move(problem)};
  }

  void add_manifest() {
    const std::string path(manifest_file), bytes = manifest_of(changes_.now);
    if (try_to_read(at_old(path)).bytes == bytes) return keep(path);
    if (is_good()) add(write_file(at_new(path), bytes));
  }

  void keep(const std::string& path) { add_link(at_old(path), path); }

  void add_link(const std::string& from, const std::string& path) {
    if (!is_good() || give_second_name(from, at_new(path)) == 0) return;
    result_ = means_not_possible(errno)
                  ? Exchange{ExchangeState::not_possible, ""}
                  : Exchange{ExchangeState::failed, what_failed("cannot write", at_new(path))};
  }

  // Takes over what kbgen did not write.
  void keep_stranger(const std::string& path) {
    if (changes_.tree.find(path)->second != PathKind::folder) return keep(path);
    if (!is_good()) return;
    add(make_folders(at_new(path)));
    copy_mode(path);
  }

  // Gives the new folder to the owner of the old one: a build that root runs must not take the
  // folder away from its owner. Others may not change owners, so a failure does not count.
  void copy_owner() {
    struct stat old {};
    if (stat(workspace_.output().c_str(), &old) != 0) return;
    [[maybe_unused]] int may_fail = chown(workspace_.new_site().c_str(), old.st_uid, old.st_gid);
  }

  void copy_mode(const std::string& path) {
    struct stat old {};
    if (stat(at_old(path).c_str(), &old) == 0) chmod(at_new(path).c_str(), old.st_mode & 07777);
  }

  const Changes& changes_;
  const WorkspaceFolders& workspace_;
  Exchange result_;
};

// Whether this program works in `folder` or below it. After an exchange it would go on in the old
// site, where relative paths lead to the wrong files.
bool is_worked_in(const std::string& folder) {
  return exists(folder) && is_really_below(".", folder);
}

// Exchanges the names of two folders. A first site is only renamed: there is nothing to exchange
// it with. Returns 0, or -1 with the reason in errno.
int exchange_names(const std::string& made, const std::string& output, bool is_first) {
  unsigned flags = is_first ? RENAME_NOREPLACE : RENAME_EXCHANGE;
  return renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, output.c_str(), flags);
}

}  // namespace

// Moves files over that somebody put into the old folder after the new one was made. Returns an
// empty string, or what went wrong.
static std::string bring_late_files(const std::string& old_site, const std::string& output) {
  Diagnostics diag;
  std::set<std::string> before = read_manifest(old_site, diag);
  if (diag.has_errors()) return "cannot read the list of files in " + old_site;
  for (const auto& [path, kind] : tree_below(old_site)) {
    bool is_known = kind == PathKind::folder || is_own_bookkeeping(path) || before.contains(path) ||
                    kind_of_path_itself(join_path(output, path)) != PathKind::nothing;
    if (is_known) continue;
    std::string problem = rename_file(join_path(old_site, path), join_path(output, path));
    if (!problem.empty()) return problem;
  }
  return "";
}

std::string complete_exchange(const WorkspaceFolders& workspace, const LockChange& lock) {
  std::string problem = flush_to_disk(parent_path(workspace.output()));
  if (problem.empty()) problem = flush_lock(lock);
  if (problem.empty()) problem = bring_late_files(workspace.new_site(), workspace.output());
  return problem.empty() ? remove_file(workspace.journal()) : problem;
}

// Puts the new site in place and then the new lock, with nothing between them. After a failure both
// are as they were, or the result is `unfinished`. If the machine stops between the two, the next
// command finishes by the journal.
static Exchange exchange_site_and_lock(const WorkspaceFolders& workspace, const LockChange& lock) {
  const std::string &output = workspace.output(), made = workspace.new_site();
  const bool is_first = !exists(output);
  if (exchange_names(made, output, is_first) != 0)
    return means_not_possible(errno)
               ? Exchange{ExchangeState::not_possible, ""}
               : Exchange{ExchangeState::failed, what_failed("cannot write", output)};
  LockCommit commit = commit_lock(lock);
  if (commit.problem.empty()) return {};
  if (commit.has_begun) return {ExchangeState::unfinished, commit.problem};
  bool is_undone = is_first ? rename(output.c_str(), made.c_str()) == 0
                            : exchange_names(made, output, false) == 0;
  return {is_undone ? ExchangeState::failed : ExchangeState::unfinished, commit.problem};
}

Exchange exchange_sites(const Changes& changes, const WorkspaceFolders& workspace,
                        const LockChange& lock) {
  const std::string& output = workspace.output();
  bool has_unread = std::ranges::any_of(
      changes.tree, [](const auto& entry) { return entry.second == PathKind::unknown; });
  if (has_unread || is_worked_in(output)) return {ExchangeState::not_possible, ""};
  Exchange result = NewSite(changes, workspace).make();
  if (result.state != ExchangeState::done) return result;
  Journal journal{.way = PublishWay::exchange,
                  .output = output,
                  .new_folder = identity_of(workspace.new_site()),
                  .moves = {},
                  .removed = {},
                  .adopted = {},
                  .lock = lock};
  std::string problem = write_journal(workspace.journal(), journal);
  if (problem.empty()) problem = flush_file_system(workspace.folder());
  result = problem.empty() ? exchange_site_and_lock(workspace, lock)
                           : Exchange{ExchangeState::failed, problem};
  if (result.state == ExchangeState::unfinished) return result;
  if (result.state == ExchangeState::done) {
    problem = complete_exchange(workspace, lock);
    return problem.empty() ? result : Exchange{ExchangeState::unfinished, problem};
  }
  // Nothing was published, so there is nothing to finish. Should the journal stay, the next
  // command sees that and discards it.
  remove_file(workspace.journal());
  return result;
}

}  // namespace kbgen
