// Finished files of a site, kept until all of them are known to be good.
//
// A large archive does not fit into memory, so they are kept on disk, in a staging folder beside
// the output folder. A file that is published already, byte for byte, is not written again.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace kbgen {

struct OutputFile {
  std::string path;        // below the output folder
  std::string waiting;     // file on disk with its bytes; empty: published already, or not kept
  bool is_copy = false;    // `waiting` is the author's own file: it is copied, not moved
  std::string origin;      // the file it is made from, or what makes it; for messages
  std::uint64_t size = 0;  // bytes
};

class Staging {
 public:
  // `folder` is made when it is needed, and is the caller's to remove. If it is empty, no bytes
  // are kept: `kbgen check` wants only the diagnostics.
  explicit Staging(std::string output_folder, std::string folder = "");
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  // Keeps a file with these bytes, unless it is published already. Thread safe. Reports
  // `cannot-write`.
  OutputFile add(std::string path, std::string_view bytes, std::string origin,
                 Diagnostics& diag) const;
  // Returns the output for a file that is published already and does not change.
  OutputFile keep(std::string path, std::string origin) const;
  // Returns the output for an author's own file, which publishing copies as it is. Reports
  // `unreadable-file`.
  OutputFile copy(std::string path, std::string disk_path, Diagnostics& diag) const;

  bool forgets() const { return folder_.empty(); }  // no bytes are kept, so none need be made
  const std::string& folder() const { return folder_; }
  const std::string& output_folder() const { return output_; }

 private:
  std::string output_, folder_;
  mutable std::atomic<std::uint64_t> next_ = 0;
};

// All files of a site; in the order of paths after reject_clashes().
struct Outputs {
  std::vector<OutputFile> files;
  void add(std::vector<OutputFile> more);
};

// Sorts the files by path. Reports `output-clash` if two of them have one path, or one is a file
// where another needs a folder, and `path-outside` for a path that leads out of the output folder
// or into the folder of the manifest.
void reject_clashes(Outputs& outputs, Diagnostics& diag);

}  // namespace kbgen
