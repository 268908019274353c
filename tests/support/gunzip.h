// Decompresses what kbgen wrote, by zlib, which the program does not use for it.
#pragma once

#include <string>

namespace kbgen {

// The text of a gzip file, or of several, one after another. Fails the test if a sum is wrong.
std::string gunzip(std::string bytes);

}  // namespace kbgen
