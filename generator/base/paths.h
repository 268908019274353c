// Works on paths as text: UTF-8 with '/'. Nothing here reads the disk.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

std::string normalize_path(std::string_view path);  // "a/./b/../c" is "a/c"; leading ".." stay
std::string join_path(std::string_view folder, std::string_view path);  // an absolute path wins
std::string parent_path(std::string_view path);                         // "" for a bare name
std::string file_name(std::string_view path);
std::string file_stem(std::string_view path);       // without the last extension
std::string file_extension(std::string_view path);  // ".md", lower case; "" if none
std::string relative_path(std::string_view path, std::string_view folder);  // both normalized
bool is_below(std::string_view path, std::string_view folder);  // also true of the folder itself

}  // namespace kbgen
