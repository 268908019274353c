#include "start/new_files.h"

#include "base/disk.h"

namespace kbgen {

// Whether a path below `root` also lies below it when symbolic links are followed: the deepest
// folder of the path that exists must.
static bool stays_inside(const std::string& path, const std::string& root) {
  if (!is_below(normalize_path(path), ".") || path.starts_with('/')) return false;
  std::string real_root = real_path(root);
  if (real_root.empty()) return true;  // nothing is there yet
  std::string at = join_path(root, path);
  while (!at.empty() && real_path(at).empty()) at = parent_path(at);
  return at.empty() || is_below(real_path(at), real_root);
}

static std::string obstacle_to(const NewFile& file, const std::string& root) {
  std::string path = join_path(root, file.path);
  if (exists(path)) return path + " is there already";
  if (!stays_inside(file.path, root)) return path + " would be outside of " + root;
  return "";
}

std::vector<std::string> obstacles_to(const std::vector<NewFile>& files, const std::string& root) {
  std::vector<std::string> obstacles;
  for (const NewFile& file : files)
    if (std::string obstacle = obstacle_to(file, root); !obstacle.empty())
      obstacles.push_back(obstacle);
  return obstacles;
}

static std::string write_new_file(const NewFile& file, const std::string& root) {
  if (std::string obstacle = obstacle_to(file, root); !obstacle.empty()) return obstacle;
  std::string path = join_path(root, file.path);
  if (file.copied_from.empty()) return write_file_atomically(path, file.text, Replace::no);
  ReadResult read = try_to_read(file.copied_from);
  if (!read.bytes)
    return "cannot read " + file.copied_from + ": " +
           (read.problem.empty() ? "it is not there" : read.problem);
  return write_file_atomically(path, *read.bytes, Replace::no);
}

std::string write_new_files(const std::vector<NewFile>& files, const std::string& root) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::string problem = write_new_file(files[i], root);
    if (problem.empty()) continue;
    for (std::size_t made = 0; made < i; ++made) {
      std::string path = join_path(root, files[made].path);
      remove_file(path);
      remove_empty_folders(parent_path(path), root);
    }
    return problem;
  }
  return "";
}

}  // namespace kbgen
