// Compresses what is decompressed by whoever reads it: a browser, or gunzip.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

// `text` as a gzip file (RFC 1952) without name and time: the same text gives the same bytes, with
// the same version of libdeflate. Its size is a multiple of `unit`; what is missing is a comment of
// spaces in its header. Safe to call from any thread. `level` is 1 to 12: 8 for what readers load,
// 6 for large data, which takes half the time for three per cent more.
std::string gzip(std::string_view text, std::size_t unit = 1, int level = 8);

// The same in the format zlib (RFC 1950), which pictures have inside. `level` is 1 to 12.
std::string zlib(std::string_view bytes, int level);

// The checksum of both formats (CRC-32).
std::uint32_t checksum_of(std::string_view bytes);

// The library that compresses, and its version: another one may give other bytes.
std::string compressor_version();

}  // namespace kbgen
