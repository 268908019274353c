// Checks what must hold for every file that kbgen writes, whatever the content is.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kbgen {

// What is wrong with a file of this name: text that is not UTF-8 or has control characters, XML
// that is not well-formed, or JSON that cannot be read. Empty if nothing is.
std::string written_problem(const std::string& path, std::string_view bytes);

// The same for all files below a folder, one line for each problem.
std::string written_problems(const std::filesystem::path& folder);

}  // namespace kbgen
