// Reads files out of a ZIP archive in memory, with the library libzip.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace kbgen {

class ZipArchive {
 public:
  // `bytes` must outlive the archive. Bytes that are no archive, or a broken one, hold no files.
  explicit ZipArchive(std::string_view bytes);

  bool has(const std::string& name) const;

  // The unpacked bytes of a file. Nothing if there is none of this name, if it is encrypted, packed
  // in an unknown way, cut off or damaged, or if it has more than `most` bytes, whatever the
  // archive says of its size.
  std::optional<std::string> read(const std::string& name, std::size_t most) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace kbgen
