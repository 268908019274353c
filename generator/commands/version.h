// The version of kbgen, and what it was built from and with.
#pragma once

#include <string>

namespace kbgen {

// Several lines for `kbgen --version`, of which the first is like "kbgen 0.1.0".
std::string version_text();

}  // namespace kbgen
