// The file system, as far as kbgen uses it. Paths are UTF-8 with '/'.
//
// Functions that can fail say so in their result; none throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

std::optional<std::string> read_file(const std::string& path);
bool exists(const std::string& path);
bool is_directory(const std::string& path);

// Names of the folders in `folder`, sorted; links are passed over.
std::vector<std::string> list_folders(const std::string& folder);

std::optional<std::uint64_t> file_size(const std::string& path);

// Two files with the same stamp have the same bytes, as far as the file system
// tells without reading them.
struct FileStamp {
  std::uint64_t size = 0, number = 0;  // bytes; of the inode
  std::int64_t changed_ns = 0;         // since 1970
  bool operator==(const FileStamp&) const = default;
};
// Nothing where there is no regular file.
std::optional<FileStamp> stamp_of(const std::string& path);
// Nothing either where it changed so lately that it may change again at what
// the file system takes for the same time.
std::optional<FileStamp> settled_stamp_of(const std::string& path);

// Regular files below `folder`, as paths relative to it, sorted by bytes.
// Names that begin with '.' are passed over, links that lead outside too.
std::vector<std::string> list_files(const std::string& folder);

// Straight into place, in parts if the machine fails. Missing folders are made.
// An empty string, or what went wrong.
std::string write_file(const std::string& path, std::string_view bytes);

// The whole file or nothing: written beside the target, then renamed. Missing
// folders are made.
std::string write_file_atomically(const std::string& path, std::string_view bytes);
std::string rename_file(const std::string& from, const std::string& to);
std::string remove_file(const std::string& path);
void remove_empty_folders(const std::string& folder, const std::string& stop_at);
void remove_tree(const std::string& folder);
bool make_folders(const std::string& folder);

// Without touching the disk: "a/./b/../c" is "a/c"; leading ".." stay.
std::string normalize_path(std::string_view path);
std::string join_path(std::string_view folder, std::string_view path);  // an absolute path wins
std::string parent_path(std::string_view path);                         // "" for a bare name
std::string file_name(std::string_view path);
std::string file_stem(std::string_view path);       // without the last extension
std::string file_extension(std::string_view path);  // ".md", lower case; "" if none
std::string relative_path(std::string_view path, std::string_view folder);  // both normalized
std::string absolute_path(const std::string& path);
std::string real_path(const std::string& path);  // every link of the file system followed; "" if
                                                 // there is no such file
bool is_below(std::string_view path, std::string_view folder);  // or the folder itself

}  // namespace kbgen
