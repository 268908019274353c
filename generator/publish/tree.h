// What lies in the output folder, whoever put it there.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/disk.h"

namespace kbgen {

// Everything below a folder by its path in it, hidden files and links as well;
// links are not followed. A folder that cannot be read is `unknown`, and what is
// in it is missing. Empty where there is no such folder.
using Tree = std::map<std::string, PathKind>;
Tree tree_below(const std::string& folder);

// Whether `paths` has one below `folder`.
bool has_below(const std::set<std::string>& paths, const std::string& folder);

// Only kbgen puts these into the output folder: its list of files, and what
// older versions kept there while they worked.
bool is_own_bookkeeping(const std::string& path);

}  // namespace kbgen
