// What holds for every file that kbgen writes, whatever it was made of.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kbgen {

// An empty string, or what is wrong with a file of this name: text that is not
// UTF-8 or has control characters in it, XML that is not well-formed, JSON that
// is none.
std::string written_problem(const std::string& path, std::string_view bytes);

// Of all files below a folder; one line each.
std::string written_problems(const std::filesystem::path& folder);

}  // namespace kbgen
