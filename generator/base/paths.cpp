#include "base/paths.h"

#include <vector>

#include "base/text.h"

namespace kbgen {

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

bool is_below(std::string_view path, std::string_view folder) {
  if (folder == "." || folder.empty()) return !path.starts_with("..") && !path.starts_with('/');
  return path == folder ||
         (path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/'));
}

}  // namespace kbgen
