// Finished files, waiting until all of them are good.
//
// A large archive does not fit into memory, so bytes wait on disk, in a staging
// folder beside the output folder. A file that is published already, byte for
// byte, is not written again.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

struct OutputFile {
  std::string path;      // below the output folder
  std::string waiting;   // the file on disk with its bytes; empty: `path` holds them already
  bool is_copy = false;  // `waiting` is the author's: copied, not moved
  std::string origin;    // who makes it, for messages about clashes
  std::uint64_t size = 0;
};

class Staging {
 public:
  // `folder` is made when it is needed, and is the caller's to remove. Without
  // one the bytes are forgotten: for `check`, which only wants the diagnostics.
  explicit Staging(std::string output_folder, std::string folder = "");
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  // Thread safe.
  OutputFile add(std::string path, std::string_view bytes, std::string origin,
                 Diagnostics& diag) const;
  // A file that is published and stays as it is.
  OutputFile keep(std::string path, std::string origin) const;
  // A file of the author's, copied as it is.
  OutputFile copy(std::string path, std::string disk_path, Diagnostics& diag) const;

  bool forgets() const { return folder_.empty(); }  // so bytes need not be made
  const std::string& folder() const { return folder_; }
  const std::string& output_folder() const { return output_; }

 private:
  std::string output_, folder_;
  mutable std::atomic<std::uint64_t> next_ = 0;
};

// All files of a site, by path.
struct Outputs {
  std::vector<OutputFile> files;
  void add(std::vector<OutputFile> more);
};

// Reports `output-clash` for a path that two things would write, also where
// one would be the folder of the other, and `path-outside` for one that would
// leave the output folder.
void reject_clashes(Outputs& outputs, Diagnostics& diag);

}  // namespace kbgen
