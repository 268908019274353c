#include "model/reserved_paths.h"

#include <algorithm>

#include "base/text.h"

namespace kbgen {

// A name as the least exact file systems compare it: without case, and as on Windows without dots
// and spaces at the end.
static std::string as_on_any_disk(std::string_view name) {
  std::size_t end = name.find_last_not_of(". ");
  return end == name.npos ? std::string(name) : fold(name.substr(0, end + 1));
}

bool is_reserved_path(std::string_view path) {
  std::vector<std::string_view> names = split(path, '/');
  if (std::ranges::any_of(names, [](std::string_view name) { return name.starts_with('.'); }))
    return true;
  std::string first = as_on_any_disk(names[0]);
  return first == "assets" || first == "cname";
}

}  // namespace kbgen
