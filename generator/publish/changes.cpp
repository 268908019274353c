#include "publish/changes.h"

#include <algorithm>

#include "base/disk.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

constexpr std::string_view remedy = "move it away, or choose another folder with --output";

// Reports what is in the way of new files. A file that kbgen did not write is never overwritten
// (one that has the new bytes already may stay), and nothing is written through a symbolic link,
// which may lead out of the output folder.
class StrangerCheck {
 public:
  StrangerCheck(const Changes& changes, const std::string& folder, Diagnostics& diag)
      : changes_(changes), folder_(folder), diag_(diag) {}

  void check(const OutputFile& file) {
    for (std::string at = parent_path(file.path); !at.empty(); at = parent_path(at))
      if (seen_.insert(at).second) check_folder(at);
    PathKind kind = kind_at(file.path);
    if (kind == PathKind::folder) return check_content_of(file.path);
    bool is_same = kind == PathKind::file && file.waiting.empty();
    if (kind != PathKind::nothing && !is_same && !changes_.before.contains(file.path))
      report(file.path, "kbgen did not write this file, so it does not overwrite it");
  }

  // A folder that cannot be read may hold anything, so it is an error if old or new files of
  // kbgen's lie below it.
  void check_readable() {
    for (const auto& [path, kind] : changes_.tree)
      if (kind == PathKind::unknown &&
          (has_below(changes_.now, path) || has_below(changes_.before, path)))
        diag_.error("unreadable-file", join_path(folder_, path), "this folder cannot be read");
  }

 private:
  PathKind kind_at(const std::string& path) const {
    auto found = changes_.tree.find(path);
    return found == changes_.tree.end() ? PathKind::nothing : found->second;
  }

  // Where a new file needs a folder, nothing else may stand but a file that kbgen wrote.
  // check_readable() reports folders that cannot be read.
  void check_folder(const std::string& path) {
    PathKind kind = kind_at(path);
    bool is_own_file = kind == PathKind::file && changes_.before.contains(path);
    if (kind != PathKind::nothing && kind != PathKind::folder && kind != PathKind::unknown &&
        !is_own_file)
      report(path, kind == PathKind::link
                       ? "kbgen did not make this link, and it stands where a folder must be"
                       : "kbgen did not write this file, and it stands where a folder must be");
  }

  // A folder that stands where a new file must be is replaced if kbgen wrote all files in it.
  void check_content_of(const std::string& path) {
    const std::string prefix = path + "/";
    for (auto at = changes_.tree.lower_bound(prefix);
         at != changes_.tree.end() && at->first.starts_with(prefix); ++at)
      if (at->second != PathKind::folder && !changes_.before.contains(at->first))
        return report(at->first,
                      "kbgen did not write this, and a file must be where its folder is");
  }

  void report(const std::string& path, const std::string& what) {
    diag_.error("stranger-in-output", join_path(folder_, path), what, std::string(remedy));
  }

  const Changes& changes_;
  const std::string& folder_;
  Diagnostics& diag_;
  std::set<std::string> seen_;
};

bool is_stranger(const std::string& path, PathKind kind, const Changes& changes) {
  if (is_own_bookkeeping(path) || changes.now.contains(path)) return false;
  if (kind != PathKind::folder) return !changes.before.contains(path);
  return path != own_output_folder && !has_below(changes.before, path) &&
         !has_below(changes.now, path);
}

}  // namespace

std::vector<std::string> Changes::adopted() const {
  std::vector<std::string> paths;
  for (const std::string& path : unchanged)
    if (!before.contains(path)) paths.push_back(path);
  return paths;
}

Changes find_changes(const Outputs& outputs, const std::string& folder, Diagnostics& diag) {
  Changes changes;
  changes.tree = tree_below(folder);
  auto kind_at = [&](std::string_view path) {
    auto found = changes.tree.find(std::string(path));
    return found == changes.tree.end() ? PathKind::nothing : found->second;
  };
  PathKind own = kind_at(own_output_folder);
  if ((own != PathKind::folder && own != PathKind::nothing) ||
      kind_at(manifest_file) == PathKind::link)
    diag.error("stranger-in-output", join_path(folder, own_output_folder),
               "kbgen keeps its list of files in a folder of this name, and this is another one",
               std::string(remedy));
  else
    changes.before = read_manifest(folder, diag);
  for (const OutputFile& file : outputs.files) changes.now.insert(file.path);
  StrangerCheck check(changes, folder, diag);
  check.check_readable();
  for (const OutputFile& file : outputs.files) {
    check.check(file);
    if (file.waiting.empty())
      changes.unchanged.push_back(file.path);
    else
      changes.written.push_back({file.waiting, file.path, file.is_copy});
  }
  // Other files come first, because pages need them; then new pages; and last the pages that are
  // there already, because they may link to new ones.
  auto rank = [&](const WaitingFile& file) {
    if (!file.path.ends_with(".html")) return 0;
    return changes.tree.contains(file.path) ? 2 : 1;
  };
  std::ranges::stable_sort(changes.written, {}, rank);
  for (const std::string& path : changes.before)
    if (!changes.now.contains(path)) changes.removed.push_back(path);
  for (const auto& [path, kind] : changes.tree)
    if (is_stranger(path, kind, changes)) changes.strangers.push_back(path);
  return changes;
}

}  // namespace kbgen
