// Finds the program itself and the files that came with it.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// The file of the program that is running. In a release archive a loader of its own runs it, which
// is then what the system takes for the program; this is the file that the loader was given.
std::string own_program();

// The folder of the built-in themes ("themes") or of the files that `kbgen init` writes
// ("starter"). It is in share/kbgen beside the folder of the program, if it was installed, or else
// among the sources from which it was built.
std::string own_folder(std::string_view name);

// A file or a folder that a release archive has in share/kbgen; for every other program
// `elsewhere`, which is where a package of the system put it.
std::string own_file(std::string_view name, const std::string& elsewhere);

// How the program came here: "release archive", "installed" or "built from source".
std::string_view own_origin();

}  // namespace kbgen
