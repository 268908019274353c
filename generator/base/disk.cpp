#include "base/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace kbgen {

namespace fs = std::filesystem;

namespace {

bool means_absent(int error) { return error == ENOENT || error == ENOTDIR; }

PathKind kind_of(const struct stat& info) {
  if (S_ISREG(info.st_mode)) return PathKind::file;
  if (S_ISDIR(info.st_mode)) return PathKind::folder;
  return S_ISLNK(info.st_mode) ? PathKind::link : PathKind::other;
}

// Makes a system call again while signals interrupt it, but not for ever.
template <class Call>
auto again_if_interrupted(Call call) {
  constexpr int most_times = 1000;
  auto result = call();
  for (int times = 1; result < 0 && errno == EINTR && times < most_times; ++times) result = call();
  return result;
}

int open_again(const std::string& path, int flags) {
  return again_if_interrupted([&] { return open(path.c_str(), flags | O_CLOEXEC, 0666); });
}

// False if closing the file failed, so that bytes may not have been written. An interrupted close()
// is no failure: Linux closes the file all the same.
bool close_written(int file) { return close(file) == 0 || errno == EINTR; }

// Reads a file to its end. `expected` is only a first guess at its size, which may change
// meanwhile.
std::optional<std::string> read_all(int file, std::size_t expected) {
  std::string bytes(expected, '\0');
  for (std::size_t done = 0;;) {
    if (done == bytes.size()) bytes.resize(done + std::max<std::size_t>(done / 2, 1 << 12));
    ssize_t got =
        again_if_interrupted([&] { return read(file, bytes.data() + done, bytes.size() - done); });
    if (got < 0) return std::nullopt;
    done += static_cast<std::size_t>(got);
    if (got > 0) continue;
    bytes.resize(done);
    return bytes;
  }
}

ReadResult failed_read() { return {std::nullopt, std::strerror(errno)}; }

}  // namespace

PathKind kind_of_path(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) == 0) return kind_of(info);
  return means_absent(errno) ? PathKind::nothing : PathKind::unknown;
}

PathKind kind_of_path_itself(const std::string& path) {
  struct stat info {};
  if (lstat(path.c_str(), &info) == 0) return kind_of(info);
  return means_absent(errno) ? PathKind::nothing : PathKind::unknown;
}

bool exists(const std::string& path) { return kind_of_path(path) != PathKind::nothing; }

bool is_directory(const std::string& path) {
  PathKind kind = kind_of_path(path);
  return kind == PathKind::folder || kind == PathKind::unknown;
}

ReadResult try_to_read(const std::string& path) {
  // O_NONBLOCK, because opening a FIFO would otherwise wait until somebody writes into it.
  int file = open_again(path, O_RDONLY | O_NONBLOCK);
  if (file < 0 && means_absent(errno)) {
    if (kind_of_path_itself(path) == PathKind::link)
      return {std::nullopt, "it is a link to a file that is not there"};
    return {};
  }
  if (file < 0) return failed_read();
  struct stat info {};
  ReadResult result;
  if (fstat(file, &info) != 0) {
    result = failed_read();
  } else if (S_ISDIR(info.st_mode)) {
    result.problem = "it is a folder";
  } else if (!S_ISREG(info.st_mode)) {
    result.problem = "it is no regular file";
  } else {
    result.bytes = read_all(file, static_cast<std::size_t>(info.st_size) + 1);
    if (!result.bytes) result = failed_read();
  }
  close(file);
  return result;
}

static std::optional<std::string> report(ReadResult result, const std::string& path,
                                         Diagnostics& diag) {
  if (!result.problem.empty())
    diag.error("unreadable-file", path, "this file cannot be read: " + result.problem);
  return std::move(result.bytes);
}

std::optional<std::string> read_file(const std::string& path, Diagnostics& diag) {
  ReadResult result = try_to_read(path);
  if (result.is_absent()) result.problem = "there is no such file";
  return report(std::move(result), path, diag);
}

std::optional<std::string> read_file_if_any(const std::string& path, Diagnostics& diag) {
  return report(try_to_read(path), path, diag);
}

std::optional<std::uint64_t> file_size(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(info.st_size);
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  // The time of the inode counts, too, because some programs set the time of the file back.
  auto ns = [](const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; };
  return FileStamp{static_cast<std::uint64_t>(info.st_size), info.st_ino,
                   std::max(ns(info.st_mtim), ns(info.st_ctim))};
}

std::optional<FileStamp> settled_stamp_of(const std::string& path) {
  constexpr std::int64_t tick_ns = 20'000'000;  // Linux has ticks of 1 to 10 ms
  std::optional<FileStamp> stamp = stamp_of(path);
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  bool is_settled = stamp && now.tv_sec * 1'000'000'000 + now.tv_nsec - stamp->changed_ns > tick_ns;
  return is_settled ? stamp : std::nullopt;
}

std::vector<std::string> list_folders(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (std::error_code ignored; it->is_directory(ignored) && !it->is_symlink(ignored))
      names.push_back(it->path().filename().string());
  std::ranges::sort(names);
  return names;
}

// The kind of an entry. Most file systems keep it in the folder; where they do not, the entry
// itself is asked.
static PathKind kind_of(const dirent& entry, const std::string& folder) {
  if (entry.d_type == DT_REG) return PathKind::file;
  if (entry.d_type == DT_DIR) return PathKind::folder;
  if (entry.d_type == DT_LNK) return PathKind::link;
  return kind_of_path_itself(folder + "/" + entry.d_name);
}

std::optional<std::vector<FolderEntry>> entries_of(const std::string& folder) {
  DIR* opened = opendir(folder.c_str());
  if (!opened) return std::nullopt;
  std::vector<FolderEntry> entries;
  errno = 0;
  while (const dirent* entry = readdir(opened)) {
    std::string_view name = entry->d_name;
    if (name != "." && name != "..")
      entries.push_back({std::string(name), kind_of(*entry, folder)});
    errno = 0;
  }
  const int error = errno;
  closedir(opened);
  errno = error;
  return error == 0 ? std::optional(std::move(entries)) : std::nullopt;
}

namespace {

// Collects the files of a folder and of all folders below it.
class FileList {
 public:
  FileList(std::string root, Diagnostics& diag) : root_(std::move(root)), diag_(diag) {}

  void add_folder(const std::string& folder, const std::string& prefix) {
    std::optional<std::vector<FolderEntry>> entries = entries_of(folder);
    if (!entries) return report(folder);
    for (const FolderEntry& entry : *entries)
      if (!entry.name.starts_with('.'))
        add(folder + "/" + entry.name, prefix + entry.name, entry.kind);
  }

  std::vector<std::string> finish() && {
    std::ranges::sort(files_);
    return std::move(files_);
  }

 private:
  void add(const std::string& path, const std::string& name, PathKind kind) {
    if (kind == PathKind::unknown) return report(path);
    if (kind == PathKind::link) kind = kind_behind_link(path);
    if (kind == PathKind::folder) add_folder(path, name + "/");
    if (kind == PathKind::file) files_.push_back(name);
  }

  // The kind of what a link leads to; PathKind::nothing if it is to be passed over, as are files
  // outside of the folder, and folders, because links to them could form a circle.
  PathKind kind_behind_link(const std::string& path) {
    PathKind kind = kind_of_path(path);
    if (kind == PathKind::unknown) report(path);
    bool is_inside = kind == PathKind::file && is_below(real_path(path), root_);
    return is_inside ? kind : PathKind::nothing;
  }

  void report(const std::string& path) {
    diag_.error("unreadable-file", path,
                std::string("this folder cannot be read: ") + std::strerror(errno));
  }

  std::string root_;
  Diagnostics& diag_;
  std::vector<std::string> files_;
};

}  // namespace

std::vector<std::string> list_files(const std::string& folder, Diagnostics& diag) {
  PathKind kind = kind_of_path(folder);
  if (kind == PathKind::nothing) return {};
  FileList list(real_path(folder), diag);
  list.add_folder(folder, "");
  return std::move(list).finish();
}

bool is_same_place(const std::string& a, const std::string& b) {
  struct stat first {
  }, second{};
  for (auto [path, info] : {std::pair(&a, &first), std::pair(&b, &second)})
    if (stat(path->c_str(), info) != 0) return !means_absent(errno);
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool is_really_below(const std::string& path, const std::string& folder) {
  std::string at = real_path(path);
  if (at.empty()) return exists(path);
  for (; !at.empty(); at = at == "/" ? "" : parent_path(at))
    if (is_same_place(at, folder)) return true;
  return false;
}

std::string what_failed(std::string_view doing, const std::string& path) {
  return std::string(doing) + " " + path + ": " + std::strerror(errno);
}

static bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = again_if_interrupted([&] { return write(file, bytes.data(), bytes.size()); });
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

static int open_for_writing(const std::string& path, int flags) {
  int file = open_again(path, O_WRONLY | O_CREAT | flags);
  if (file >= 0 || errno != ENOENT || !make_folders(parent_path(path)).empty()) return file;
  return open_again(path, O_WRONLY | O_CREAT | flags);
}

std::string write_file(const std::string& path, std::string_view bytes) {
  int file = open_for_writing(path, O_TRUNC);
  if (file < 0) return what_failed("cannot write", path);
  std::string problem = write_all(file, bytes) ? "" : what_failed("cannot write", path);
  if (!close_written(file) && problem.empty()) problem = what_failed("cannot write", path);
  return problem;
}

std::string link_target(const std::string& path) {
  constexpr int longest_chain = 40;  // the limit of Linux
  std::string at = path;
  for (int links = 0; links < longest_chain; ++links) {
    std::error_code error;
    fs::path next = fs::read_symlink(at, error);
    if (error) break;
    at = join_path(parent_path(at), next.string());
  }
  return at;
}

std::string waiting_path(const std::string& path) { return link_target(path) + ".kbgen-new"; }

std::string write_waiting_file(const std::string& path, std::string_view bytes) {
  std::string waiting = waiting_path(path);
  // There may be a file that a killed run left, or a link that somebody put there.
  unlink(waiting.c_str());
  int file = open_for_writing(waiting, O_EXCL | O_NOFOLLOW);
  if (file < 0) return what_failed("cannot write", waiting);
  struct stat before {};
  if (stat(path.c_str(), &before) == 0) fchmod(file, before.st_mode & 07777);
  std::string problem;
  if (!write_all(file, bytes) || again_if_interrupted([&] { return fsync(file); }) != 0)
    problem = what_failed("cannot write", waiting);
  if (!close_written(file) && problem.empty()) problem = what_failed("cannot write", waiting);
  if (!problem.empty()) unlink(waiting.c_str());
  return problem;
}

std::string write_file_atomically(const std::string& path, std::string_view bytes,
                                  Replace replace) {
  std::string waiting = waiting_path(path), target = link_target(path);
  std::string problem = write_waiting_file(path, bytes);
  if (!problem.empty()) return problem;
  if (replace == Replace::no) {
    problem = link_file(waiting, target);
    unlink(waiting.c_str());
  } else {
    problem = rename_file(waiting, target);
    if (!problem.empty()) unlink(waiting.c_str());
  }
  return problem.empty() ? flush_to_disk(parent_path(target)) : problem;
}

std::string rename_file(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) == 0) return "";
  if (errno == ENOENT && make_folders(parent_path(to)).empty() &&
      rename(from.c_str(), to.c_str()) == 0)
    return "";
  return what_failed("cannot write", to);
}

std::string link_file(const std::string& from, const std::string& to) {
  return link(from.c_str(), to.c_str()) == 0 ? "" : what_failed("cannot write", to);
}

std::string remove_file(const std::string& path) {
  return unlink(path.c_str()) == 0 || means_absent(errno) ? "" : what_failed("cannot delete", path);
}

void remove_empty_folders(const std::string& folder, const std::string& stop_at) {
  std::string at = folder;
  while (at.size() > stop_at.size() && is_below(at, stop_at) && rmdir(at.c_str()) == 0)
    at = parent_path(at);
}

std::string remove_tree(const std::string& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  return error ? "cannot delete " + folder + ": " + error.message() : "";
}

std::string make_folders(const std::string& folder) {
  if (folder.empty()) return "";
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? "cannot make the folder " + folder + ": " + error.message() : "";
}

std::string flush_to_disk(const std::string& path) {
  int file = open_again(path.empty() ? "." : path, O_RDONLY);
  if (file < 0) return what_failed("cannot flush", path);
  std::string problem;
  // EINVAL comes from file systems that cannot flush folders.
  if (again_if_interrupted([&] { return fsync(file); }) != 0 && errno != EINVAL)
    problem = what_failed("cannot flush", path);
  close(file);
  return problem;
}

std::string flush_file_system(const std::string& path) {
  int file = open_again(path, O_RDONLY);
  if (file < 0) return what_failed("cannot flush", path);
  std::string problem = syncfs(file) == 0 ? "" : what_failed("cannot flush", path);
  close(file);
  return problem;
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error);
  return normalize_path(error ? path : absolute.string());
}

std::string real_path(const std::string& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  return error ? "" : real.string();
}

}  // namespace kbgen
