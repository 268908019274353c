// Adds to files that only grow, such as journals.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Adds to the end of a file and waits until the disk has it. The file and missing folders are made.
// Returns an empty string, or what went wrong, as the functions of base/disk.h do.
std::string append_to_file(const std::string& path, std::string_view bytes);

}  // namespace kbgen
