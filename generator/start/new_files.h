// Files that a command is about to make in somebody's folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

struct NewFile {
  std::string path;  // below the folder
  std::string text;
};

// Why they cannot be made, one a file: it is there already, or the way to it
// leads out of `root`. Empty: all of them can.
std::vector<std::string> obstacles_to(const std::vector<NewFile>& files, const std::string& root);

// All of them or none: an empty string, or what went wrong with which file. Nothing
// that exists is replaced.
std::string write_new_files(const std::vector<NewFile>& files, const std::string& root);

}  // namespace kbgen
