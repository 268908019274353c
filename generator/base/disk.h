// Everything that kbgen does with the file system. Paths are UTF-8 with '/'.
//
// Functions that can fail say so in their result or report it; none throws. What cannot be read is
// never taken for absent: only the system's "no such file or directory" means that nothing is
// there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/paths.h"

namespace kbgen {

// What is at a path. `unknown` means that the system does not tell, for want of permission or the
// like.
enum class PathKind { nothing, file, folder, link, other, unknown };
PathKind kind_of_path(const std::string& path);         // links are followed
PathKind kind_of_path_itself(const std::string& path);  // a link is a link

// Both are true where the system does not tell: reading what should be there then says why it
// cannot be read. Links are followed.
bool exists(const std::string& path);
bool is_directory(const std::string& path);

// The bytes of a regular file, or why it cannot be read. Neither if nothing has that name.
struct ReadResult {
  std::optional<std::string> bytes;
  std::string problem;  // "it is a folder", "Permission denied"
  bool is_absent() const { return !bytes && problem.empty(); }
};
ReadResult try_to_read(const std::string& path);

// The bytes of a regular file. Reports `unreadable-file`, also if there is no such file.
std::optional<std::string> read_file(const std::string& path, Diagnostics& diag);
// The same for a file that need not be there: nothing is reported if nothing has that name.
std::optional<std::string> read_file_if_any(const std::string& path, Diagnostics& diag);

// What is in one folder, in the order of the system; links are not followed. Nothing, and errno
// says why, if the folder cannot be read to its end.
struct FolderEntry {
  std::string name;
  PathKind kind = PathKind::nothing;
};
std::optional<std::vector<FolderEntry>> entries_of(const std::string& folder);

// The names of the folders in `folder`, sorted. Links and what cannot be read are passed over
// without a report, which is enough for watching them.
std::vector<std::string> list_folders(const std::string& folder);

// The regular files below `folder`, as paths relative to it, sorted by bytes. Names that begin with
// '.' are passed over, and so are links to folders and to files outside of `folder`. Empty if there
// is no such folder. Reports `unreadable-file` for a folder that cannot be read.
std::vector<std::string> list_files(const std::string& folder, Diagnostics& diag);

std::optional<std::uint64_t> file_size(const std::string& path);  // bytes; only of regular files

// What the file system tells of a file without reading it. As long as the stamp of a path stays the
// same, so do its bytes, but for changes within one tick of the clock (settled_stamp_of()).
struct FileStamp {
  std::uint64_t size = 0, number = 0;  // in bytes; the number of the inode
  std::int64_t changed_ns = 0;         // nanoseconds since 1970
  bool operator==(const FileStamp&) const = default;
};
// The stamp of a regular file; nothing if there is none.
std::optional<FileStamp> stamp_of(const std::string& path);
// The same, but nothing if the file changed so recently that another change could get the same
// time, because the clock of the file system has coarse ticks.
std::optional<FileStamp> settled_stamp_of(const std::string& path);

// Whether two paths lead to the same file or folder, however they are spelled. True where the
// system does not tell.
bool is_same_place(const std::string& a, const std::string& b);
// Whether `path` is the same place as `folder` or really lies below it, through links. False if
// there is nothing at `path`.
bool is_really_below(const std::string& path, const std::string& folder);

// Unless their comment says otherwise, the functions below that return a string return an empty
// one, or what went wrong, as a sentence for people: "cannot write site/index.html: No space left
// on device".

// Writes a file in place, so that a part of it may be there if the machine fails meanwhile. Missing
// folders are made.
std::string write_file(const std::string& path, std::string_view bytes);

enum class Replace { yes, no };
// Writes the whole file or nothing: it is written beside the target, flushed to the disk, then
// renamed, all before this returns. Missing folders are made, links are followed, and permissions
// are kept. With Replace::no a file that is there already is not replaced, which is a failure.
std::string write_file_atomically(const std::string& path, std::string_view bytes,
                                  Replace replace = Replace::yes);
// The path to which links lead from `path`, also if nothing is there yet.
std::string link_target(const std::string& path);
// The first half of write_file_atomically(): writes the new bytes of `path` to its waiting_path(),
// beside it, from where rename_file() moves them into place.
std::string waiting_path(const std::string& path);
std::string write_waiting_file(const std::string& path, std::string_view bytes);

std::string rename_file(const std::string& from, const std::string& to);
std::string link_file(const std::string& from, const std::string& to);  // makes a hard link
std::string remove_file(const std::string& path);  // no failure if it is not there
// Removes `folder` and the folders above it, but not `stop_at`, as long as they are empty.
void remove_empty_folders(const std::string& folder, const std::string& stop_at);
std::string remove_tree(const std::string& folder);  // links in it are removed, not followed
std::string make_folders(const std::string& folder);

// Waits until the disk has the file, or the folder's list of names.
std::string flush_to_disk(const std::string& path);
// Waits until the disk has everything of the file system that holds `path`.
std::string flush_file_system(const std::string& path);

// A sentence for the error of the last system call (errno): "cannot write x: Permission denied".
std::string what_failed(std::string_view doing, const std::string& path);

std::string absolute_path(const std::string& path);
std::string real_path(const std::string& path);  // absolute, all links followed; "" if nothing
                                                 // is there

}  // namespace kbgen
