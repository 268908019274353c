#include "publish/tree.h"

#include "publish/manifest.h"

namespace kbgen {

// Adds everything below `folder` to the tree. Returns false if the folder could not be read to
// its end.
static bool add_folder(const std::string& folder, const std::string& prefix, Tree& tree) {
  std::optional<std::vector<FolderEntry>> entries = entries_of(folder);
  if (!entries) return false;
  for (const FolderEntry& entry : *entries) {
    PathKind kind = entry.kind;
    if (kind == PathKind::folder &&
        !add_folder(folder + "/" + entry.name, prefix + entry.name + "/", tree))
      kind = PathKind::unknown;
    tree.emplace(prefix + entry.name, kind);
  }
  return true;
}

Tree tree_below(const std::string& folder) {
  Tree tree;
  PathKind kind = kind_of_path(folder);
  if (kind == PathKind::nothing) return tree;
  if (!add_folder(folder, "", tree)) tree.emplace("", PathKind::unknown);
  return tree;
}

bool has_below(const std::set<std::string>& paths, const std::string& folder) {
  std::string prefix = folder.empty() ? "" : folder + "/";
  auto first = paths.lower_bound(prefix);
  return first != paths.end() && first->starts_with(prefix);
}

bool is_own_bookkeeping(const std::string& path) {
  bool is_half_written = path.starts_with(manifest_file) && path != manifest_file;
  return path == manifest_file || is_half_written || path.starts_with(".kbgen/staging");
}

}  // namespace kbgen
