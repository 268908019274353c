// Hashes of content: quick ones for names of files and to see whether something changed, and
// SHA-256.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

// XXH3-128 as 32 lower-case hexadecimal digits. Not safe against forgery.
std::string digest_of(std::string_view bytes);

// XXH3-64, to see whether something is still the same. Not safe against forgery.
std::uint64_t quick_digest_of(std::string_view bytes);

// SHA-256 as 64 lower-case hexadecimal digits, for what must be safe against forgery.
std::string sha256_of(std::string_view bytes);

}  // namespace kbgen
