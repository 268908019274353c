// A 128-bit content hash: for names of files and for "has it changed", not for
// secrets.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// XXH3-128, as 32 lower-case hex digits.
std::string digest_of(std::string_view bytes);

}  // namespace kbgen
