// The file system, as far as kbgen uses it. Paths are UTF-8 with '/'.
//
// Functions that can fail say so in their result or report it; none throws.
// What cannot be read is never taken for absent: only the system's "no such
// file or directory" means that nothing is there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/paths.h"

namespace kbgen {

// What stands at a path. `unknown`: the system would not tell.
enum class PathKind { nothing, file, folder, link, other, unknown };
PathKind kind_of_path(const std::string& path);         // links are followed
PathKind kind_of_path_itself(const std::string& path);  // a link is a link

// Where the system does not tell, both say yes: whoever then reads what should
// be there learns why it cannot be read.
bool exists(const std::string& path);
bool is_directory(const std::string& path);

// The bytes of a regular file, or why there are none. Neither where nothing has
// that name.
struct ReadResult {
  std::optional<std::string> bytes;
  std::string problem;  // "it is a folder", "Permission denied"
  bool is_absent() const { return !bytes && problem.empty(); }
};
ReadResult try_to_read(const std::string& path);

// Reports `unreadable-file`, also where there is no such file.
std::optional<std::string> read_file(const std::string& path, Diagnostics& diag);
// For a file that need not be there: without a report where nothing has that
// name.
std::optional<std::string> read_file_if_any(const std::string& path, Diagnostics& diag);

// What lies in one folder, in the order of the system, links as links; nothing
// (and errno) where it cannot be read to its end.
struct FolderEntry {
  std::string name;
  PathKind kind = PathKind::nothing;
};
std::optional<std::vector<FolderEntry>> entries_of(const std::string& folder);

// Names of the folders in `folder`, sorted; links are passed over, and so is
// what cannot be read: for watching, not for reading.
std::vector<std::string> list_folders(const std::string& folder);

// Regular files below `folder`, as paths relative to it, sorted by bytes.
// Names that begin with '.' are passed over, links that lead outside too.
// Empty where there is no such folder; reports `unreadable-file` for a folder
// that cannot be read.
std::vector<std::string> list_files(const std::string& folder, Diagnostics& diag);

std::optional<std::uint64_t> file_size(const std::string& path);  // bytes; of a regular file

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

// Whether two paths lead to the same file or folder, however they are spelled;
// yes where the system does not tell.
bool is_same_place(const std::string& a, const std::string& b);
// Whether `path`, or a folder above it, is the same place as `folder`; of
// a path at which nothing stands, no.
bool is_really_below(const std::string& path, const std::string& folder);

// The functions below answer with an empty string, or with what went wrong as a
// sentence for people: "cannot write site/index.html: No space left on device".

// Straight into place, in parts if the machine fails. Missing folders are made.
std::string write_file(const std::string& path, std::string_view bytes);

enum class Replace { yes, no };
// The whole file or nothing, on the disk when this returns: written beside the
// target, flushed, then renamed. Missing folders are made. A link is followed, and the
// file keeps its permissions. With Replace::no a file that is there stays.
std::string write_file_atomically(const std::string& path, std::string_view bytes,
                                  Replace replace = Replace::yes);
// The file that a path means, through links that may lead to no file yet.
std::string link_target(const std::string& path);
// The two halves of writing: `waiting_path` of a target is where its new bytes wait.
std::string waiting_path(const std::string& path);
std::string write_waiting_file(const std::string& path, std::string_view bytes);

std::string rename_file(const std::string& from, const std::string& to);
std::string link_file(const std::string& from, const std::string& to);  // a second name
std::string remove_file(const std::string& path);  // one that is not there is removed
void remove_empty_folders(const std::string& folder, const std::string& stop_at);
std::string remove_tree(const std::string& folder);  // links in it are removed, not followed
std::string make_folders(const std::string& folder);

// Waits until the disk has the file, or the folder's list of names.
std::string flush_to_disk(const std::string& path);
// Waits until the disk has everything of the file system that holds `path`.
std::string flush_file_system(const std::string& path);

// "cannot write x: Permission denied", for the error of the last system call.
std::string what_failed(std::string_view doing, const std::string& path);

std::string absolute_path(const std::string& path);
std::string real_path(const std::string& path);  // every link of the file system followed; "" if
                                                 // there is no such file

}  // namespace kbgen
