#include "theme/theme.h"

#include <algorithm>

#include "base/digest.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/suggest.h"
#include "base/text.h"
#include "base/timings.h"

namespace kbgen {

namespace {

std::string find_theme(const Project& project, Diagnostics& diag) {
  const std::string& name = project.config.theme;
  std::vector<std::string> folders{join_path(project.root, "themes"), project.themes};
  if (is_below(normalize_path(name), ".") && name.find('/') == std::string::npos)
    for (const std::string& folder : folders)
      if (is_directory(join_path(join_path(folder, name), "templates")))
        return join_path(folder, name);
  std::vector<std::string> known;
  for (const std::string& folder : folders)
    for (const std::string& file : list_files(folder))
      known.push_back(file.substr(0, file.find('/')));
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  std::string help = did_you_mean(name, known);
  diag.error("unknown-theme", project.place_of("theme"), "there is no theme '" + name + "'",
             help.empty() ? "known: " + join(known, ", ") : help);
  return "";
}

// "main.css" → "assets/main.1f3a9c02.css"
std::string fingerprinted(const std::string& name, std::string_view bytes) {
  std::string extension = file_extension(name);
  std::string stem = name.substr(0, name.size() - extension.size());
  return "assets/" + stem + "." + digest_of(bytes).substr(0, 8) + extension;
}

void add_asset(Theme& theme, const std::string& name, const std::string& disk_path,
               Diagnostics& diag) {
  std::optional<std::string> bytes = read_file(disk_path);
  if (!bytes)
    diag.error("unreadable-file", disk_path, "this file of the theme cannot be read");
  else
    theme.assets.emplace(name, Asset{fingerprinted(name, *bytes), disk_path});
}

}  // namespace

Theme load_theme(const Project& project, Diagnostics& diag) {
  StageTimer timer("theme");
  Theme theme;
  theme.name = project.config.theme;
  theme.templates = std::make_unique<jinja::Environment>(
      jinja::Options{.trim_blocks = true, .lstrip_blocks = true});
  std::string folder = find_theme(project, diag);
  if (folder.empty()) return theme;
  std::string templates = join_path(folder, "templates"), assets = join_path(folder, "assets");
  for (const std::string& name : list_files(templates)) {
    std::string path = join_path(templates, name);
    std::optional<std::string> bytes = read_file(path);
    if (bytes)
      theme.templates->add_template(name, decode_source(path, *bytes, diag), diag);
    else
      diag.error("unreadable-file", path, "this template cannot be read");
  }
  for (const std::string& name : list_files(assets))
    add_asset(theme, name, join_path(assets, name), diag);
  // The browser's half of the search is lunr.js itself, unmodified.
  if (!theme.assets.contains("lunr.js")) add_asset(theme, "lunr.js", KBGEN_LUNR_JS, diag);
  return theme;
}

std::vector<OutputFile> theme_files(const Theme& theme, const Staging& staging, Diagnostics& diag) {
  std::vector<OutputFile> files;
  for (const auto& [name, asset] : theme.assets)
    files.push_back(staging.copy(asset.path, asset.disk_path, diag));
  return files;
}

}  // namespace kbgen
