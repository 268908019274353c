// Temporary folders for tests, and simple ways to read and write files there.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// A new folder, usually in memory, which is the current folder while this object lives.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();  // goes back to the folder before and deletes this one
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path home_, folder_;
};

// The same as list_files(), for a folder that can be read.
std::vector<std::string> files_below(const std::string& folder);

std::string read_bytes(const std::filesystem::path& path);  // empty if there is no such file
void write_bytes(const std::filesystem::path& path, std::string_view bytes);  // makes its folders

}  // namespace kbgen
