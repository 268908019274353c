// The folders that a theme is made of.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/project.h"
#include "theme/theme_file.h"

namespace kbgen {

struct ThemeLayer {
  std::string name;                    // of the theme; empty: the site's own theme/
  std::string folder;                  // on disk
  std::unique_ptr<SourceFile> source;  // theme.yaml; `file` points into it
  ThemeFile file;
};

// The files of one layer, by the names that others use.
struct LayerFiles {
  using ByName = std::map<std::string, std::string, std::less<>>;  // → path on disk
  ByName templates;
  ByName assets;
  ByName strays;                       // in neither folder, though pages are made of such files
  std::vector<std::string> odd_names;  // on disk; not to be published
};

// From the top to the theme that extends no other. Reports `unknown-theme` and
// what is wrong in a theme.yaml; empty if there is no theme to use.
std::vector<ThemeLayer> find_layers(const Project& project, Diagnostics& diag);

LayerFiles files_of(const ThemeLayer& layer, Diagnostics& diag);

// All names that `theme:` may have.
std::vector<std::string> theme_names(const Project& project, Diagnostics& diag);

}  // namespace kbgen
