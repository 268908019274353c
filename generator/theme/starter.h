// The files of a theme that somebody is about to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

struct StarterFile {
  std::string path;  // below the theme's folder
  std::string text;
};

// A theme that looks like the one it extends but for one colour, and shows in
// place how to change the rest.
std::vector<StarterFile> starter_files(std::string_view name, std::string_view extends);

}  // namespace kbgen
