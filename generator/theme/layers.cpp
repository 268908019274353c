#include "theme/layers.h"

#include <algorithm>
#include <set>

#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"

namespace kbgen {

namespace {

bool is_theme(const std::string& folder) {
  return is_directory(join_path(folder, "templates")) || exists(join_path(folder, "theme.yaml"));
}

// The folders with themes: first that beside config.yaml, so that a site may have its own version
// of a theme that comes with kbgen.
std::vector<std::string> theme_roots(const Project& project) {
  return {join_path(project.root, "themes"), project.themes};
}

// The folder of the theme `name`; empty if there is none. Folders that are already in use are
// passed over: a theme may extend another one of the same name, but never itself.
std::string find_folder(const Project& project, const std::string& name,
                        const std::set<std::string>& in_use) {
  if (name.find('/') != name.npos || name.starts_with('.')) return "";
  for (const std::string& root : theme_roots(project)) {
    std::string folder = join_path(root, name);
    if (is_theme(folder) && !in_use.contains(real_path(folder))) return folder;
  }
  return "";
}

ThemeLayer read_layer(const std::string& name, const std::string& folder, Diagnostics& diag) {
  ThemeLayer layer{name, folder, nullptr, {}};
  std::string path = join_path(folder, "theme.yaml");
  if (std::optional<std::string> bytes = read_file_if_any(path, diag)) {
    layer.source = std::make_unique<SourceFile>(decode_source(path, *bytes, diag));
    layer.file = read_theme_file(*layer.source, diag);
  }
  return layer;
}

void report_unknown(const Project& project, const Reference& wanted,
                    const std::set<std::string>& in_use, Diagnostics& diag) {
  std::vector<std::string> known = theme_names(project, diag);
  bool is_circle = !in_use.empty() && std::ranges::find(known, wanted.name) != known.end();
  if (is_circle) {
    diag.error("unknown-theme", wanted.span,
               "'" + wanted.name + "' is extended already: themes cannot extend each other");
    return;
  }
  std::string help = did_you_mean(wanted.name, known);
  diag.error("unknown-theme", wanted.span, "there is no theme '" + wanted.name + "'",
             help.empty() ? "known: " + join(known, ", ") : help);
}

}  // namespace

std::vector<std::string> theme_names(const Project& project, Diagnostics& diag) {
  std::set<std::string> names;
  for (const std::string& root : theme_roots(project))
    for (const std::string& file : list_files(root, diag)) {
      std::string name = file.substr(0, file.find('/'));
      if (name != file && is_theme(join_path(root, name))) names.insert(name);
    }
  return {names.begin(), names.end()};
}

std::vector<ThemeLayer> find_layers(const Project& project, Diagnostics& diag) {
  std::vector<ThemeLayer> layers;
  std::string own = join_path(project.root, "theme");
  if (is_directory(own)) {
    layers.push_back(read_layer("", own, diag));
    if (const Reference& extends = layers.back().file.extends; !extends.name.empty())
      diag.error("unknown-key", extends.span,
                 "a site's own theme/ extends the theme of config.yaml",
                 "write it there: `theme: " + extends.name + "`");
  }
  std::set<std::string> in_use;
  Reference wanted{project.config.theme, project.place_of("theme")};
  while (!wanted.name.empty()) {
    std::string folder = find_folder(project, wanted.name, in_use);
    if (folder.empty()) {
      report_unknown(project, wanted, in_use, diag);
      return {};
    }
    in_use.insert(real_path(folder));
    layers.push_back(read_layer(wanted.name, folder, diag));
    wanted = layers.back().file.extends;
  }
  return layers;
}

LayerFiles files_of(const ThemeLayer& layer, Diagnostics& diag) {
  static constexpr std::string_view templates = "templates/", assets = "assets/";
  static constexpr std::string_view made_of[] = {".html", ".css", ".js"};
  LayerFiles files;
  for (const std::string& file : list_files(layer.folder, diag)) {
    std::string disk_path = join_path(layer.folder, file);
    if (!is_plain_name(file))
      files.odd_names.push_back(disk_path);
    else if (file.starts_with(templates))
      files.templates.emplace(file.substr(templates.size()), disk_path);
    else if (file.starts_with(assets))
      files.assets.emplace(file.substr(assets.size()), disk_path);
    else if (std::ranges::find(made_of, file_extension(file)) != std::end(made_of))
      files.strays.emplace(file, disk_path);
  }
  return files;
}

}  // namespace kbgen
