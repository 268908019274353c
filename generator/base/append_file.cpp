#include "base/append_file.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/disk.h"

namespace kbgen {

std::string append_to_file(const std::string& path, std::string_view bytes) {
  if (std::string problem = make_folders(parent_path(path)); !problem.empty()) return problem;
  int file = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) return what_failed("cannot write", path);
  // One call writes all or, on a full disk, a part, which readers pass over.
  bool is_written = write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  std::string problem = is_written && fsync(file) == 0 ? "" : what_failed("cannot write", path);
  close(file);
  return problem;
}

}  // namespace kbgen
