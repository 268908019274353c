#include "theme/edit_links.h"

#include <algorithm>

#include "base/html.h"
#include "base/text.h"

namespace kbgen {

namespace {

// A kind of host of repositories (a forge), and how addresses of its web editor look. Which one an
// address belongs to is told by the part that names a branch, else by the host's name. On all of
// these, whoever may not write to the repository can propose a change in the editor.
struct Forge {
  std::string_view host;    // a part of its address
  std::string_view folder;  // what stands before the branch in the address of a folder
  std::string_view editor;  // what stands there in the address of the editor
};

constexpr Forge forges[] = {
    {"//gitlab.", "/-/tree/", "/-/edit/"},   {"//codeberg.org/", "/src/branch/", "/_edit/"},
    {"//gitea.", "/src/branch/", "/_edit/"}, {"//forgejo.", "/src/branch/", "/_edit/"},
    {"//github.com/", "/tree/", "/edit/"},
};

// Unknown hosts are taken for one like GitHub, the last row.
const Forge& forge_of(std::string_view repository) {
  auto find = [&](std::string_view Forge::*part) {
    return std::ranges::find_if(forges, [&](const Forge& forge) {
      return repository.find(forge.*part) != std::string_view::npos;
    });
  };
  const Forge* by_folder = find(&Forge::folder);
  const Forge* by_host = find(&Forge::host);
  if (by_folder != std::end(forges)) return *by_folder;
  return by_host != std::end(forges) ? *by_host : forges[std::size(forges) - 1];
}

}  // namespace

std::string editor_url(std::string repository, std::string_view path) {
  if (repository.empty() || path.empty()) return "";
  while (repository.ends_with('/')) repository.pop_back();
  const Forge& forge = forge_of(repository);
  bool has_branch = repository.find(forge.folder) != std::string::npos;
  std::string editor = has_branch ? replace_all(repository, forge.folder, forge.editor)
                                  : repository + std::string(forge.editor) + "main";
  return editor + "/" + encode_url_path(path);
}

}  // namespace kbgen
