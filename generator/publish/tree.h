// What lies in the output folder, whoever put it there.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/disk.h"

namespace kbgen {

// What everything below a folder is, by its path in that folder. Hidden files and symbolic links
// are included, and links are not followed. A folder that cannot be read is `unknown`, without
// what is in it. The tree is empty if there is no such folder.
using Tree = std::map<std::string, PathKind>;
Tree tree_below(const std::string& folder);

// Whether any of `paths` lies below `folder`.
bool has_below(const std::set<std::string>& paths, const std::string& folder);

// Whether only kbgen puts such a path into the output folder: the manifest, finished or not, and
// what older versions kept there while they worked.
bool is_own_bookkeeping(const std::string& path);

}  // namespace kbgen
