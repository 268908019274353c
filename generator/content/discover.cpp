#include "content/discover.h"

#include <algorithm>
#include <optional>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/timings.h"
#include "formats/formats.h"

namespace kbgen {

namespace {

struct KindFolder {
  std::string_view name;
  ContentKind kind;
};

constexpr KindFolder kind_folders[] = {
    {"episodes", ContentKind::episode},   {"guests", ContentKind::person},
    {"topics", ContentKind::topic},       {"resources", ContentKind::resource},
    {"pages", ContentKind::page},
};

bool is_markdown(const std::string& path) {
  std::string extension = file_extension(path);
  return extension == ".md" || extension == ".markdown";
}

bool may_be_transcript(const std::string& path) {
  static constexpr std::string_view extensions[] = {".txt", ".vtt", ".srt", ".json", ".yaml", ".yml"};
  return std::ranges::find(extensions, file_extension(path)) != std::end(extensions);
}

// For people who read the folder, not for the site.
bool is_about_the_folder(const std::string& path) {
  std::string stem = lower_ascii(file_stem(path));
  return stem == "readme" || stem == "license" || stem == "contributing" || stem == "changelog";
}

// Content may share its folder with everything else: then what we wrote and what
// configures us is not content.
bool is_passed_over(const std::string& path, const Project& project) {
  std::string disk_path = absolute_path(join_path(project.content, path));
  return is_about_the_folder(path) || is_below(disk_path, absolute_path(project.output)) ||
         is_below(disk_path, absolute_path(join_path(project.root, "themes"))) ||
         disk_path == absolute_path(join_path(project.root, "config.yaml")) ||
         disk_path == absolute_path(join_path(project.root, "permalinks.lock"));
}

std::optional<ContentKind> kind_of(const std::string& path) {
  for (const KindFolder& folder : kind_folders)
    if (path.starts_with(std::string(folder.name) + "/")) return folder.kind;
  return std::nullopt;
}

struct Candidate {
  std::string path;  // below the content folder
  ContentKind kind;
};

// One file: content, a file to copy, or neither (it could not be read).
struct Found {
  std::optional<ContentFile> content;
  std::optional<StaticFile> copied;
};

Found read_candidate(const Candidate& candidate, const Project& project, Diagnostics& diag) {
  std::string disk_path = join_path(project.content, candidate.path);
  StaticFile copied{candidate.path, disk_path};
  bool transcript = candidate.kind == ContentKind::episode && may_be_transcript(candidate.path);
  if (!is_markdown(candidate.path) && !transcript) return {std::nullopt, copied};

  std::optional<std::string> bytes = read_file(disk_path);
  if (!bytes) {
    diag.error("unreadable-file", disk_path, "this file cannot be read");
    return {};
  }
  ContentFile file;
  file.kind = candidate.kind;
  file.slug = file_stem(candidate.path);
  file.source = decode_source(disk_path, *bytes, diag);
  file.is_transcript = transcript;
  if (transcript && !looks_like_transcript(file.source.text)) return {std::nullopt, copied};
  return {std::move(file), std::nullopt};
}

}  // namespace

SourceTree discover(const Project& project, Diagnostics& diag) {
  StageTimer timer("discover");
  if (!is_directory(project.content))
    diag.error("missing-file", project.content, "there is no such folder",
               "`content:` in config.yaml says where the content is");

  std::vector<std::string> paths = list_files(project.content);
  std::erase_if(paths, [&](const std::string& path) { return is_passed_over(path, project); });
  // Transcripts dropped into a folder without any order are all episodes.
  bool ordered = std::ranges::any_of(paths, [](const std::string& path) { return kind_of(path).has_value(); });
  std::vector<Candidate> candidates;
  for (const std::string& path : paths)
    candidates.push_back({path, kind_of(path).value_or(ordered ? ContentKind::page : ContentKind::episode)});

  SourceTree tree;
  for (Found& found : parallel_map(candidates, diag, [&](const Candidate& candidate, Diagnostics& mine) {
         return read_candidate(candidate, project, mine);
       })) {
    if (found.content) tree.files.push_back(std::move(*found.content));
    if (found.copied) tree.static_files.push_back(std::move(*found.copied));
  }
  return tree;
}

}  // namespace kbgen
