// Where a repository's own editor opens a file: for "edit this page" and
// "suggest a correction".
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// `repository` is its address, perhaps of a branch and a folder in it, as
// browsers show it; `path` is below that. A line goes behind it as `#L12`.
// Empty if either is.
std::string editor_url(std::string repository, std::string_view path);

}  // namespace kbgen
