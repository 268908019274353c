#include "publish/outputs.h"

#include <algorithm>
#include <iterator>

#include "base/disk.h"
#include "base/text.h"

namespace kbgen {

Staging::Staging(std::string output_folder, std::string folder)
    : output_(std::move(output_folder)), folder_(std::move(folder)) {}

// Whether `path` is a file with these bytes. A symbolic link is none, wherever it leads, nor is a
// file that cannot be read.
static bool is_published(const std::string& path, std::string_view bytes) {
  return kind_of_path_itself(path) == PathKind::file && file_size(path) == bytes.size() &&
         try_to_read(path).bytes == bytes;
}

OutputFile Staging::add(std::string path, std::string_view bytes, std::string origin,
                        Diagnostics& diag) const {
  OutputFile file{std::move(path), "", false, std::move(origin), bytes.size()};
  if (forgets() || is_published(join_path(output_, file.path), bytes)) return file;
  file.waiting = folder_ + "/" + std::to_string(next_++);
  std::string problem = write_file(file.waiting, bytes);
  if (!problem.empty()) diag.error("cannot-write", file.waiting, problem);
  return file;
}

OutputFile Staging::keep(std::string path, std::string origin) const {
  std::uint64_t size = file_size(join_path(output_, path)).value_or(0);
  return {std::move(path), "", false, std::move(origin), size};
}

OutputFile Staging::copy(std::string path, std::string disk_path, Diagnostics& diag) const {
  OutputFile file{std::move(path), disk_path, true, disk_path, 0};
  std::optional<std::uint64_t> size = file_size(disk_path);
  if (!size) diag.error("unreadable-file", disk_path, "this file cannot be read");
  file.size = size.value_or(0);
  std::string published = join_path(output_, file.path);
  if (!size || forgets() || file_size(published) != size) return file;
  std::optional<std::string> bytes = read_file(disk_path, diag);
  if (bytes && is_published(published, *bytes)) file.waiting.clear();
  return file;
}

void Outputs::add(std::vector<OutputFile> more) {
  files.insert(files.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

// Returns the output with this path, or null. `files` are sorted by path.
static const OutputFile* find_output(const std::vector<OutputFile>& files,
                                     const std::string& path) {
  auto found = std::ranges::lower_bound(files, path, {}, &OutputFile::path);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

// Returns an output that would stand where `file` needs a folder, or null.
static const OutputFile* find_file_above(const std::vector<OutputFile>& files,
                                         const OutputFile& file) {
  for (std::string at = parent_path(file.path); !at.empty() && at != "/"; at = parent_path(at))
    if (const OutputFile* above = find_output(files, at)) return above;
  return nullptr;
}

void reject_clashes(Outputs& outputs, Diagnostics& diag) {
  std::ranges::stable_sort(outputs.files, {}, &OutputFile::path);
  for (const OutputFile& file : outputs.files)
    if (normalize_path(file.path) != file.path || !is_below(file.path, ".") || file.path == "." ||
        file.path.starts_with(".kbgen"))
      diag.error("path-outside", file.origin,
                 "'" + file.path + "' is not a path that may be published");
  for (std::size_t i = 0; i < outputs.files.size(); ++i) {
    const OutputFile& file = outputs.files[i];
    if (i > 0 && outputs.files[i - 1].path == file.path)
      diag.error("output-clash", file.origin, "'" + file.path + "' would be written twice",
                 "it is also made by " + outputs.files[i - 1].origin);
    else if (const OutputFile* above = find_file_above(outputs.files, file))
      diag.error("output-clash", file.origin,
                 "'" + file.path + "' needs a folder where the file '" + above->path + "' is",
                 "that one is made by " + above->origin);
  }
}

}  // namespace kbgen
