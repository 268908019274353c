#include "content/folder_kinds.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace kbgen {

namespace {

struct FolderName {
  std::string_view name;
  ContentKind kind;
};

constexpr FolderName folder_names[] = {
    {"episode", ContentKind::episode},    {"episodes", ContentKind::episode},
    {"podcast", ContentKind::episode},    {"podcasts", ContentKind::episode},
    {"post", ContentKind::episode},       {"posts", ContentKind::episode},
    {"blog", ContentKind::episode},       {"talks", ContentKind::episode},
    {"interviews", ContentKind::episode}, {"lectures", ContentKind::episode},
    {"recordings", ContentKind::episode}, {"transcripts", ContentKind::episode},
    {"author", ContentKind::person},      {"authors", ContentKind::person},
    {"guest", ContentKind::person},       {"guests", ContentKind::person},
    {"host", ContentKind::person},        {"hosts", ContentKind::person},
    {"people", ContentKind::person},      {"person", ContentKind::person},
    {"speaker", ContentKind::person},     {"speakers", ContentKind::person},
    {"team", ContentKind::person},        {"categories", ContentKind::topic},
    {"concepts", ContentKind::topic},     {"glossary", ContentKind::topic},
    {"tags", ContentKind::topic},         {"topic", ContentKind::topic},
    {"topics", ContentKind::topic},       {"books", ContentKind::resource},
    {"courses", ContentKind::resource},   {"papers", ContentKind::resource},
    {"resources", ContentKind::resource}, {"tools", ContentKind::resource},
    {"pages", ContentKind::page},         {"docs", ContentKind::page},
};

}  // namespace

std::optional<ContentKind> kind_of_folder(std::string_view name) {
  if (name.starts_with('_')) name.remove_prefix(1);
  const auto* found = std::ranges::find(folder_names, lower_ascii(name), &FolderName::name);
  return found == std::end(folder_names) ? std::nullopt : std::optional(found->kind);
}

std::optional<ContentKind> kind_of_path_of(std::string_view path) {
  std::vector<std::string_view> folders = split(path, '/');
  folders.pop_back();
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder)
    if (auto kind = kind_of_folder(*folder)) return kind;
  return std::nullopt;
}

}  // namespace kbgen
