// The files that kbgen brings along.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// "themes", or "starter": the beginning of a knowledge base. In share/kbgen
// beside the program's own folder when it was installed, wherever that is, else
// among the sources that it was built of.
std::string own_folder(std::string_view name);

}  // namespace kbgen
