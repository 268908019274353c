#include "theme/theme_files.h"

#include "base/disk.h"

namespace kbgen {

std::vector<std::string> theme_files(const Project& project, Diagnostics& diag) {
  std::vector<std::string> paths;
  for (const std::string& folder :
       {join_path(project.root, "theme"), join_path(project.root, "themes"), project.themes})
    for (const std::string& name : list_files(folder, diag))
      paths.push_back(join_path(folder, name));
  return paths;
}

}  // namespace kbgen
