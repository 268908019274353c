// Writes new files into a folder of the author, all or none, and never over files that are there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

struct NewFile {
  std::string path;  // below the folder
  std::string text;
  std::string copied_from = {};  // a file on the disk whose bytes it gets in place of `text`
};

// Why files cannot be made below `root`, one message for each that cannot: it is there already, or
// its path leads out of `root`.
std::vector<std::string> obstacles_to(const std::vector<NewFile>& files, const std::string& root);

// Writes all files below `root`, or none: those that were written before one failed are deleted. No
// file that exists is replaced. The result is empty, or says what went wrong.
std::string write_new_files(const std::vector<NewFile>& files, const std::string& root);

}  // namespace kbgen
