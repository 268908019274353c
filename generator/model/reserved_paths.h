// Paths where a page would be in the way of other files of the site.
#pragma once

#include <string_view>

namespace kbgen {

// Whether a path is below assets/, is CNAME, or has a name that begins with a dot. Spellings that
// some file system takes for these count, too.
bool is_reserved_path(std::string_view path);

}  // namespace kbgen
