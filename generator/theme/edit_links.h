// Addresses at which the web editor of a repository's host opens a file: for the links "edit this
// page" and "suggest a correction".
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// `repository` is its address as browsers show it, perhaps that of a branch and a folder in it;
// `path` is the file's path below that. Without a branch it is `main`. A line can be put behind the
// result as `#L12`. Empty if `repository` or `path` is empty.
std::string editor_url(std::string repository, std::string_view path);

}  // namespace kbgen
