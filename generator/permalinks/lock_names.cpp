#include "permalinks/lock_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"

namespace kbgen {

namespace {

constexpr std::string_view episodes = "episodes/", own_files = "permalinks/episodes/",
                           extension = ".txt", digits = "0123456789abcdef";
// Longer names are too much for some systems, and for the eyes.
constexpr std::size_t longest = 100, digest_size = 16;

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// Names that Windows keeps for devices, with any extension.
bool is_device(std::string_view name) {
  static constexpr std::string_view devices[] = {"con", "prn", "aux", "nul"};
  bool is_numbered = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
                     name[3] >= '0' && name[3] <= '9';
  return is_numbered || std::ranges::find(devices, name) != std::end(devices);
}

// Whether a name ends as one with a digest does.
bool ends_in_digest(std::string_view name) {
  if (name.size() <= digest_size || name[name.size() - digest_size - 1] != '-') return false;
  return name.substr(name.size() - digest_size).find_first_not_of(digits) == name.npos;
}

}  // namespace

std::string lock_name_of(std::string_view path) {
  std::string_view slug = path;
  bool is_usable = slug.starts_with(episodes) && slug.ends_with('/');
  if (slug.ends_with('/')) slug.remove_suffix(1);
  if (is_usable) slug.remove_prefix(std::min(episodes.size(), slug.size()));
  is_usable = is_usable && !slug.empty() && slug.size() <= longest &&
              std::ranges::all_of(slug, is_plain) && !is_device(slug) && !ends_in_digest(slug);
  std::string name(slug.substr(0, is_usable ? slug.npos : longest));
  if (!is_usable) {
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      if (!is_plain(c)) c = '-';
    }
    name += fmt::format("-{:016x}", quick_digest_of(path));
  }
  return fmt::format("{}{}{}", own_files, name, extension);
}

bool is_lock_name(std::string_view name) {
  if (name == lock_of_pages) return true;
  return name.starts_with(own_files) && name.ends_with(extension) &&
         name.find('/', own_files.size()) == name.npos;
}

}  // namespace kbgen
