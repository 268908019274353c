// Compresses text for files that are decompressed by whoever reads them: a browser, or gunzip.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// `text` as a gzip file (RFC 1952) without name and time: the same text gives the same bytes, with
// the same version of libdeflate. Its size is a multiple of `unit`; what is missing is a comment of
// spaces in its header. Safe to call from any thread.
std::string gzip(std::string_view text, std::size_t unit = 1);

}  // namespace kbgen
