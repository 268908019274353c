// A folder of its own, as a rule in memory, in which a test stands while it runs.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();  // goes back and leaves nothing
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path home_, folder_;
};

// list_files() of a folder that can be read.
std::vector<std::string> files_below(const std::string& folder);

std::string read_bytes(const std::filesystem::path& path);  // empty for no such file
void write_bytes(const std::filesystem::path& path, std::string_view bytes);  // with its folders

}  // namespace kbgen
