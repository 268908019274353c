#include "publish/manifest.h"

#include "base/disk.h"
#include "base/json.h"

namespace kbgen {

static std::string manifest_path(const std::string& output_folder) {
  return join_path(output_folder, ".kbgen/manifest.json");
}

std::set<std::string> read_manifest(const std::string& output_folder) {
  std::set<std::string> paths;
  std::optional<std::string> bytes = read_file(manifest_path(output_folder));
  if (!bytes) return paths;
  Diagnostics ignored;
  SourceFile file{"manifest.json", std::move(*bytes)};
  std::optional<Json> manifest = parse_json(file, ignored);
  const Json* files = manifest ? manifest->find("files") : nullptr;
  if (files && files->list())
    for (const Json& path : *files->list())
      // A tampered manifest must not delete what is not ours.
      if (path.text() && is_below(normalize_path(*path.text()), ".") &&
          normalize_path(*path.text()) == *path.text())
        paths.insert(*path.text());
  return paths;
}

std::string write_manifest(const std::string& output_folder, const std::set<std::string>& paths) {
  Json::List files(paths.begin(), paths.end());
  Json manifest(Json::Map{{"generator", "kbgen " KBGEN_VERSION}, {"files", std::move(files)}});
  std::string bytes = format_json(manifest, JsonLayout::indented);
  if (read_file(manifest_path(output_folder)) == bytes) return "";
  return write_file_atomically(manifest_path(output_folder), bytes);
}

}  // namespace kbgen
