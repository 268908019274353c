#include "support/temporary_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/disk.h"

namespace kbgen {

namespace fs = std::filesystem;

// Where temporary folders are made: in memory if there is room, because tests write many small
// files.
static fs::path place_for_folders() {
  constexpr std::uintmax_t room = 1'000'000'000;
  std::error_code error;
  const fs::path memory = "/dev/shm";
  bool has_room = !std::getenv("TMPDIR") && fs::space(memory, error).available > room && !error;
  return has_room ? memory : fs::temp_directory_path();
}

TemporaryFolder::TemporaryFolder() : home_(fs::current_path()) {
  static int count = 0;
  std::string name = "kbgen-test-" + std::to_string(getpid()) + "-" + std::to_string(++count);
  folder_ = place_for_folders() / name;
  fs::create_directories(folder_);
  fs::current_path(folder_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::current_path(home_, ignored);
  fs::remove_all(folder_, ignored);
}

std::vector<std::string> files_below(const std::string& folder) {
  Diagnostics diag;
  std::vector<std::string> files = list_files(folder, diag);
  if (diag.has_errors()) throw std::runtime_error(format_diagnostics(diag));
  return files;
}

std::string read_bytes(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void write_bytes(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace kbgen
