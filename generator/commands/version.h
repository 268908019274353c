// What this program was built of and with.
#pragma once

#include <string>

namespace kbgen {

// The first line is "kbgen 0.1.0".
std::string version_text();

}  // namespace kbgen
