// Content hashes: a quick one for names of files and for "has it changed", and
// the one that browsers check.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

// XXH3-128, as 32 lower-case hex digits.
std::string digest_of(std::string_view bytes);

// XXH3-64, for "is it the same as a moment ago".
std::uint64_t quick_digest_of(std::string_view bytes);

// SHA-256, as 64 lower-case hex digits: for what must be told from forgeries.
std::string sha256_of(std::string_view bytes);

}  // namespace kbgen
