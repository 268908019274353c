// The static files of a theme, under names that change with their bytes, so
// that browsers may keep them for ever.
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
  std::string disk_path;             // what it is made of
  std::optional<std::string> bytes;  // nothing: it is a copy
  std::vector<std::string> needs;    // the assets that it names
};

using Assets = std::map<std::string, Asset, std::less<>>;  // by the name that asset() takes

// An asset template's last letters on disk, which its name has not.
constexpr std::string_view asset_template_ending = ".jinja";

// Where each asset lies on disk, by its name below assets/.
using AssetFiles = std::map<std::string, std::string, std::less<>>;

// What follows the bytes of an asset's file, by the asset's name.
using AssetAdditions = std::map<std::string, std::string, std::less<>>;

// Reads them all. A template among them reads `theme.options`, and may include other assets, so
// that one style sheet is made of several files. Where a style sheet or a script names another
// asset, it gets that one's published name. Reports `unknown-asset`, `external-asset` and
// `asset-circle`.
Assets load_assets(const AssetFiles& files, const AssetAdditions& additions,
                   const jinja::Value& options, Diagnostics& diag);

// Those of `used` and all that they need, as files to publish.
std::vector<OutputFile> publish_assets(const Assets& assets, const std::set<std::string>& used,
                                       const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
