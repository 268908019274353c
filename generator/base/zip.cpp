#include "base/zip.h"

#include <zip.h>

#include <algorithm>

namespace kbgen {

ZipArchive::ZipArchive(std::string_view bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (!source) return;
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!archive_) zip_source_free(source);
}

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

bool ZipArchive::has(const std::string& name) const {
  return archive_ && zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::optional<std::string> ZipArchive::read(const std::string& name, std::size_t most) const {
  if (!archive_) return std::nullopt;
  std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive_.get(), name.c_str(), 0),
                                                         zip_fclose);
  if (!file) return std::nullopt;
  std::string bytes;
  for (;;) {
    char part[16 * 1024];
    zip_int64_t count = zip_fread(file.get(), part, sizeof part);
    if (count == 0) return bytes;
    // At the end libzip compares the checksum, so damage is an error, too.
    bool is_too_much = count < 0 || bytes.size() + static_cast<std::size_t>(count) > most;
    if (is_too_much) return std::nullopt;
    bytes.append(part, static_cast<std::size_t>(count));
  }
}

}  // namespace kbgen
