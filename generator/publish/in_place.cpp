#include "publish/in_place.h"

#include <cerrno>
#include <cstdio>

#include "base/disk.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

class Steps {
 public:
  Steps(const Journal& journal, Flush flush) : journal_(journal), flush_(flush) {}

  std::string run() {
    for (const auto& [from, path] : journal_.moves) targets_.insert(path);
    own_all();
    for (const std::string& path : journal_.removed)
      if (is_in_the_way(path) && kind_of_path_itself(at(path)) != PathKind::folder) remove(path);
    for (const auto& [from, path] : journal_.moves)
      if (problem_.empty()) problem_ = move(from, at(path));
    flush(journal_.output);
    if (problem_.empty()) problem_ = commit_lock(journal_.lock).problem;
    if (problem_.empty() && flush_ == Flush::yes) problem_ = flush_lock(journal_.lock);
    for (const std::string& path : journal_.removed)
      if (!is_in_the_way(path)) remove(path);
    if (problem_.empty()) problem_ = write_manifest_of_now();
    flush(journal_.output);
    return problem_;
  }

 private:
  std::string at(const std::string& path) const { return join_path(journal_.output, path); }

  // Lists both old and new files in the manifest: if publishing stops halfway, the next command
  // must know all of them as kbgen's own.
  void own_all() {
    Diagnostics diag;
    std::set<std::string> own = read_manifest(journal_.output, diag);
    own.insert(targets_.begin(), targets_.end());
    own.insert(journal_.adopted.begin(), journal_.adopted.end());
    problem_ = diag.has_errors() ? "cannot read the list of files in " + journal_.output
                                 : write_manifest(journal_.output, own);
  }

  // Whether an old file must go before new ones come: it stands where they need a folder, or lies
  // in a folder whose place a file takes.
  bool is_in_the_way(const std::string& path) const {
    if (has_below(targets_, path)) return true;
    for (std::string above = parent_path(path); !above.empty(); above = parent_path(above))
      if (targets_.contains(above)) return true;
    return false;
  }

  void remove(const std::string& path) {
    if (!problem_.empty()) return;
    problem_ = remove_file(at(path));
    remove_empty_folders(parent_path(at(path)), journal_.output);
  }

  // Moves a staged file to its place, or copies it from another file system. A file that an
  // earlier command moved before it stopped counts as done.
  static std::string move(const std::string& from, const std::string& to) {
    if (rename(from.c_str(), to.c_str()) == 0) return "";
    if (errno == ENOENT && kind_of_path_itself(from) == PathKind::nothing)
      return exists(to) ? "" : "cannot find " + from + ", which is to become " + to;
    if (errno != EXDEV) return rename_file(from, to);
    ReadResult read = try_to_read(from);
    if (!read.bytes) return "cannot read " + from + ": " + read.problem;
    // A symbolic link at the target is replaced, not followed.
    if (kind_of_path_itself(to) == PathKind::link) remove_file(to);
    std::string problem = write_file_atomically(to, *read.bytes);
    return problem.empty() ? remove_file(from) : problem;
  }

  std::string write_manifest_of_now() {
    Diagnostics diag;
    std::set<std::string> now = read_manifest(journal_.output, diag);
    if (diag.has_errors()) return "cannot read the list of files in " + journal_.output;
    for (const std::string& path : journal_.removed) now.erase(path);
    return write_manifest(journal_.output, now);
  }

  void flush(const std::string& folder) {
    if (problem_.empty() && flush_ == Flush::yes) problem_ = flush_file_system(folder);
  }

  const Journal& journal_;
  const Flush flush_;
  std::set<std::string> targets_;
  std::string problem_;
};

}  // namespace

std::string follow_journal(const Journal& journal, Flush flush) {
  return Steps(journal, flush).run();
}

InPlace publish_in_place(const Changes& changes, const WorkspaceFolders& workspace,
                         const LockChange& lock) {
  Journal journal{.way = PublishWay::in_place,
                  .output = workspace.output(),
                  .new_folder = "",
                  .moves = {},
                  .removed = changes.removed,
                  .adopted = changes.adopted(),
                  .lock = lock};
  for (const WaitingFile& file : changes.written) journal.moves.emplace_back(file.from, file.path);
  InPlace result;
  result.problem = flush_file_system(workspace.folder());
  if (result.problem.empty()) result.problem = write_journal(workspace.journal(), journal);
  if (!result.problem.empty()) return result;
  result.has_begun = true;
  result.problem = follow_journal(journal, Flush::yes);
  if (result.problem.empty()) result.problem = remove_file(workspace.journal());
  return result;
}

}  // namespace kbgen
