#include "publish/manifest.h"

#include "base/disk.h"
#include "base/json.h"

namespace kbgen {

static std::string manifest_path(const std::string& output_folder) {
  return join_path(output_folder, manifest_file);
}

// Other paths of a manifest are ignored, so that nobody can make kbgen delete files outside of the
// output folder by editing it.
static bool is_path_of_site(const std::string& path) {
  return is_below(normalize_path(path), ".") && normalize_path(path) == path;
}

std::set<std::string> read_manifest(const std::string& output_folder, Diagnostics& diag) {
  std::set<std::string> paths;
  const std::string path = manifest_path(output_folder);
  std::optional<std::string> bytes = read_file_if_any(path, diag);
  if (!bytes) return paths;
  std::optional<Json> manifest = read_json(*bytes);
  const Json* files = manifest ? manifest->find("files") : nullptr;
  if (!files || !files->list()) {
    diag.error("bad-manifest", path, "this is not the list of files that kbgen wrote here",
               "delete it: what lies in the folder then counts as somebody else's");
    return paths;
  }
  for (const Json& file : *files->list())
    if (file.text() && is_path_of_site(*file.text())) paths.insert(*file.text());
  return paths;
}

std::string manifest_of(const std::set<std::string>& paths) {
  Json::List files(paths.begin(), paths.end());
  return format_json(
      Json(Json::Map{{"generator", "kbgen " KBGEN_VERSION}, {"files", std::move(files)}}),
      JsonLayout::indented);
}

std::string write_manifest(const std::string& output_folder, const std::set<std::string>& paths) {
  std::string bytes = manifest_of(paths);
  if (try_to_read(manifest_path(output_folder)).bytes == bytes) return "";
  return write_file_atomically(manifest_path(output_folder), bytes);
}

}  // namespace kbgen
