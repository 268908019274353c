// The files with which `kbgen theme new` starts a theme.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

struct StarterFile {
  std::string path;  // below the theme's folder
  std::string text;
};

// The files of a theme `name` that looks like the theme `extends` but for one colour. Comments in
// them show how to change the rest.
std::vector<StarterFile> starter_files(std::string_view name, std::string_view extends);

}  // namespace kbgen
