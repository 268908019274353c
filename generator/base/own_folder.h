// Finds the files that are installed together with kbgen.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// The folder of the built-in themes ("themes") or of the files that `kbgen init` writes
// ("starter"). It is in share/kbgen beside the folder of the program, if it was installed, or else
// among the sources from which it was built.
std::string own_folder(std::string_view name);

}  // namespace kbgen
