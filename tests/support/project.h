// Small projects for tests that need more than a `.case` can express: many files, or a closer look
// at what comes out.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/run_kbgen.h"
#include "support/temporary_folder.h"

namespace kbgen {

// A temporary folder with config.yaml (`title: A case`, `theme: plain`) and two themes of empty
// templates: "plain", and "default" for folders without config.yaml. It is the current folder while
// this lives.
class TestProject {
 public:
  TestProject();
  ~TestProject();

  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

// Runs `kbgen build` with these flags.
Run build_site(std::vector<std::string> flags = {});

// The bytes of every file below a folder, also of hidden ones, by path relative to it.
std::map<std::string, std::string> tree_of(const std::filesystem::path& folder);

// Describes the first file that differs, because a message with all files would help nobody; empty
// if the trees are equal.
std::string first_difference(const std::map<std::string, std::string>& a,
                             const std::map<std::string, std::string>& b);

// Writes an invented archive into the current folder: `episodes` episodes of a few hundred words
// each, with people, topics and resources that are mentioned and misheard.
void write_archive(int episodes);

}  // namespace kbgen
