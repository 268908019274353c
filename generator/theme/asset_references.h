// Where one asset names another: published under other names, they must name
// each other by those.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace kbgen {

struct AssetReference {
  Span span;          // of the address, as it is written
  std::string path;   // of the asset in the theme: "fonts/serif.woff2"; empty: on another host
  std::string after;  // "?…" or "#…", which stays
};

// In a style sheet every url(…) and @import that is relative or on another host
// (CSS Syntax Level 3, §4), comments passed over; in a script the relative address of
// whatever looks like an import, static or not. `name` is the asset's own,
// below assets/.
std::vector<AssetReference> find_style_references(const SourceFile& source, std::string_view name);
std::vector<AssetReference> find_script_references(const SourceFile& source, std::string_view name);

}  // namespace kbgen
