// The names of the files that a lock consists of, below the project's root.
//
// A page with moments has a file of its own, so that a change of one episode changes one file, and
// a branch that corrects one transcript never meets a branch that corrects another. All other pages
// share one file.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

inline constexpr std::string_view lock_folder = "permalinks";
inline constexpr std::string_view lock_of_pages = "permalinks/pages.txt";
// The one file that older versions wrote. It is read as long as it is there.
inline constexpr std::string_view old_lock_file = "permalinks.lock";

// The file of a page with moments: "permalinks/episodes/engines.txt" for "episodes/engines/". Two
// paths never share a file, also where file systems ignore case and forms of letters: a name that
// could be taken for another one, or that a system cannot have, is made plain, cut, and ends in a
// digest of the path.
std::string lock_name_of(std::string_view path);

// Whether a file below the project's root has a name that lock_name_of() could give, or is the
// shared file.
bool is_lock_name(std::string_view name);

}  // namespace kbgen
