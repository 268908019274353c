// A theme is made of layers, each a folder: on top the site's own theme/, below it the theme that
// config.yaml names, below that the one that it extends, and so on.
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
  std::unique_ptr<SourceFile> source;  // theme.yaml, into which `file` points; null: it has none
  ThemeFile file;
};

// The files of one layer.
struct LayerFiles {
  using ByName = std::map<std::string, std::string, std::less<>>;  // → path on disk
  ByName templates;  // by their paths below templates/
  ByName assets;     // by their paths below assets/
  ByName strays;     // .html, .css and .js in neither folder, by their paths below the layer's
  // Paths on disk of files whose names have a control character or are not UTF-8; not published.
  std::vector<std::string> odd_names;
};

// The layers of the project's theme, the top one first. Reports `unknown-theme` and what is wrong
// in a theme.yaml. Empty if a theme is missing.
std::vector<ThemeLayer> find_layers(const Project& project, Diagnostics& diag);

// Lists the layer's files. Strings and theme.yaml are read elsewhere.
LayerFiles files_of(const ThemeLayer& layer, Diagnostics& diag);

// All names that `theme:` in config.yaml may have, sorted.
std::vector<std::string> theme_names(const Project& project, Diagnostics& diag);

}  // namespace kbgen
