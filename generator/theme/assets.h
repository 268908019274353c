// The static files of a theme: style sheets, scripts, fonts, pictures. They are published under
// names that change with their bytes, so browsers may cache them for ever.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "jinja/value.h"
#include "publish/outputs.h"

namespace kbgen {

struct Asset {
  std::string path;                  // below the site's root: "assets/main.1f3a9c02.css"
  std::string disk_path;             // the theme's file
  std::optional<std::string> bytes;  // what to publish; empty: the theme's file as it is
  std::vector<std::string> needs;    // the assets that it names, by their names below assets/
};

// All assets of a theme by their names below assets/, which asset() in templates takes.
using Assets = std::map<std::string, Asset, std::less<>>;

// The extension of a file in assets/ that is a template. It is no part of the asset's name.
constexpr std::string_view asset_template_ending = ".jinja";

// The path on disk of each asset, by its name below assets/.
using AssetFiles = std::map<std::string, std::string, std::less<>>;

// Text that kbgen appends to an asset, by the asset's name.
using AssetAdditions = std::map<std::string, std::string, std::less<>>;

// Reads all assets. One that is a template is rendered: it reads `theme.options` from `options`,
// and may include other assets, so that one style sheet is made of several files. Where a style
// sheet or a script names another asset, that name becomes the published one. Scripts that came
// with kbgen are published in their compact forms, those of other themes as they are. Reports
// `unknown-asset`, `external-asset` and `asset-circle`, and what is wrong in a template.
Assets load_assets(const AssetFiles& files, const AssetAdditions& additions,
                   const jinja::Value& options, Diagnostics& diag);

// Makes files to publish of the assets in `used` (names of existing assets) and of all assets that
// these need, directly or not.
std::vector<OutputFile> publish_assets(const Assets& assets, const std::set<std::string>& used,
                                       const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
