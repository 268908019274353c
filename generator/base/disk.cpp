#include "base/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "base/text.h"

namespace kbgen {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const std::string& path) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  struct stat info {};
  std::optional<std::string> bytes;
  if (fstat(file, &info) == 0 && S_ISREG(info.st_mode)) {
    bytes.emplace(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes->size()) {
      ssize_t got = read(file, bytes->data() + done, bytes->size() - done);
      if (got <= 0) break;
      done += static_cast<std::size_t>(got);
    }
    bytes->resize(done);
  }
  close(file);
  return bytes;
}

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

bool is_directory(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::optional<std::uint64_t> file_size(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(info.st_size);
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  // The time of the inode, too: some programs set the other one back.
  auto ns = [](const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; };
  return FileStamp{static_cast<std::uint64_t>(info.st_size), info.st_ino,
                   std::max(ns(info.st_mtim), ns(info.st_ctim))};
}

std::optional<FileStamp> settled_stamp_of(const std::string& path) {
  constexpr std::int64_t tick_ns = 20'000'000;  // Linux: of the scheduler, 1 to 10 ms
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

static void list_into(const fs::path& folder, const std::string& prefix, const fs::path& root,
                      std::vector<std::string>& out) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    if (it->is_symlink(ignored)) {
      fs::path target = fs::canonical(it->path(), ignored);
      if (ignored || !is_below(target.string(), root.string())) continue;
      if (fs::is_directory(target, ignored)) continue;  // could be a circle
    }
    if (it->is_directory(ignored))
      list_into(it->path(), prefix + name + "/", root, out);
    else if (it->is_regular_file(ignored))
      out.push_back(prefix + name);
  }
}

std::vector<std::string> list_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::path root = fs::canonical(folder, error);
  if (error) return files;
  list_into(root, "", root, files);
  std::ranges::sort(files);
  return files;
}

static std::string what_failed(std::string_view doing, const std::string& path) {
  return std::string(doing) + " " + path + ": " + std::strerror(errno);
}

static bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string write_file(const std::string& path, std::string_view bytes) {
  constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  int file = open(path.c_str(), flags, 0666);
  if (file < 0 && errno == ENOENT) {
    make_folders(parent_path(path));
    file = open(path.c_str(), flags, 0666);
  }
  if (file < 0) return what_failed("cannot write", path);
  std::string problem = write_all(file, bytes) ? "" : what_failed("cannot write", path);
  if (close(file) != 0 && problem.empty()) problem = what_failed("cannot write", path);
  return problem;
}

std::string write_file_atomically(const std::string& path, std::string_view bytes) {
  std::string temporary = path + ".kbgen-new";
  std::string problem = write_file(temporary, bytes);
  if (problem.empty()) problem = rename_file(temporary, path);
  if (!problem.empty()) unlink(temporary.c_str());
  return problem;
}

std::string rename_file(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) == 0) return "";
  if (errno == ENOENT) {
    make_folders(parent_path(to));
    if (rename(from.c_str(), to.c_str()) == 0) return "";
  }
  return what_failed("cannot write", to);
}

std::string remove_file(const std::string& path) {
  return unlink(path.c_str()) == 0 || errno == ENOENT ? "" : what_failed("cannot delete", path);
}

void remove_empty_folders(const std::string& folder, const std::string& stop_at) {
  std::string at = folder;
  while (at.size() > stop_at.size() && is_below(at, stop_at) && rmdir(at.c_str()) == 0)
    at = parent_path(at);
}

void remove_tree(const std::string& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

bool make_folders(const std::string& folder) {
  if (folder.empty()) return true;
  std::error_code error;
  fs::create_directories(folder, error);
  return !error;
}

std::string normalize_path(std::string_view path) {
  std::vector<std::string> parts;
  bool absolute = path.starts_with('/');
  for (std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else if (part != ".." || !absolute)
      parts.emplace_back(part);
  }
  std::string joined = join(parts, "/");
  if (absolute) return "/" + joined;
  return joined.empty() ? "." : joined;
}

std::string join_path(std::string_view folder, std::string_view path) {
  if (folder.empty() || folder == "." || path.starts_with('/')) return normalize_path(path);
  return normalize_path(std::string(folder) + "/" + std::string(path));
}

std::string parent_path(std::string_view path) {
  std::size_t slash = path.rfind('/');
  if (slash == path.npos) return "";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string file_name(std::string_view path) {
  std::size_t slash = path.rfind('/');
  return std::string(slash == path.npos ? path : path.substr(slash + 1));
}

std::string file_stem(std::string_view path) {
  std::string name = file_name(path);
  std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? name : name.substr(0, dot);
}

std::string file_extension(std::string_view path) {
  std::string name = file_name(path);
  std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? "" : lower_ascii(name.substr(dot));
}

std::string relative_path(std::string_view path, std::string_view folder) {
  if (folder.empty() || folder == ".") return std::string(path);
  std::vector<std::string_view> from = split(folder, '/'), to = split(path, '/');
  std::size_t same = 0;
  while (same < from.size() && same < to.size() && from[same] == to[same]) ++same;
  std::vector<std::string> parts(from.size() - same, "..");
  parts.insert(parts.end(), to.begin() + static_cast<std::ptrdiff_t>(same), to.end());
  return parts.empty() ? "." : join(parts, "/");
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

bool is_below(std::string_view path, std::string_view folder) {
  if (folder == "." || folder.empty()) return !path.starts_with("..") && !path.starts_with('/');
  return path == folder ||
         (path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/'));
}

}  // namespace kbgen
