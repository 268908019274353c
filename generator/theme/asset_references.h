// Finds the places where one asset names another. Assets are published under names that change with
// their bytes, so these places must be rewritten.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace kbgen {

struct AssetReference {
  Span span;          // the address as it is written, in the asset that names it
  std::string path;   // of the named asset below assets/: "fonts/serif.woff2"; empty: another host
  std::string after;  // "?…" or "#…" at the end of the address, which stays; may be empty
};

// Both return references in the order in which they stand in `source`, which must outlive them.
// `name` is the asset's own path below assets/, from which its relative addresses count.
//
// In a style sheet a reference is a url(…) or an @import whose address is relative or on another
// host (CSS Syntax Level 3, §4); comments are skipped. In a script it is an address that begins
// with ./ or ../ in whatever looks like an import, static or dynamic.
std::vector<AssetReference> find_style_references(const SourceFile& source, std::string_view name);
std::vector<AssetReference> find_script_references(const SourceFile& source, std::string_view name);

}  // namespace kbgen
