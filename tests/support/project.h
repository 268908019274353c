// Small projects for tests that a `.case` cannot tell: of many files, or
// looked at more closely than file by file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/run_kbgen.h"
#include "support/temporary_folder.h"

namespace kbgen {

// A folder with a config (`title: A case`, `theme: plain`) and empty templates,
// "plain" for it and "default" for folders without a config.
class TestProject {
 public:
  TestProject();
  ~TestProject();

  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

// `kbgen build`, with more flags.
Run build_site(std::vector<std::string> flags = {});

// Every file below a folder, hidden ones too, with its bytes.
std::map<std::string, std::string> tree_of(const std::filesystem::path& folder);

// The first file that differs, or empty: a whole tree in a message helps nobody.
std::string first_difference(const std::map<std::string, std::string>& a,
                             const std::map<std::string, std::string>& b);

// An invented archive: `episodes` transcripts of a few hundred words each, with
// people, topics and resources that are named, mentioned and corrected.
void write_archive(int episodes);

}  // namespace kbgen
