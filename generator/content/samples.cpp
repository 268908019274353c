#include "content/samples.h"

#include <algorithm>

#include "base/disk.h"
#include "base/own_folder.h"
#include "base/time.h"

namespace kbgen {

namespace {

// Whether `made` is the sample `pattern`, with some day in each place of "@DATE@".
bool is_made_of(std::string_view made, std::string_view pattern) {
  constexpr std::string_view placeholder = "@DATE@", day = "2026-11-21";
  std::size_t at = pattern.find(placeholder);
  if (at == pattern.npos) return made == pattern;
  if (made.size() < at + day.size() || made.substr(0, at) != pattern.substr(0, at)) return false;
  return parse_date(made.substr(at, day.size())).has_value() &&
         is_made_of(made.substr(at + day.size()), pattern.substr(at + placeholder.size()));
}

}  // namespace

Samples::Samples(const SourceTree& sources) {
  std::string folder = join_path(own_folder("starter"), "content");
  Diagnostics trouble;  // dropped: if kbgen's own files are missing, nothing counts as a sample
  for (const std::string& path : list_files(folder, trouble)) {
    std::optional<std::string> pattern = read_file(join_path(folder, path), trouble);
    if (!pattern) continue;
    for (const ContentFile& file : sources.files)
      if (file.source->path.ends_with("/" + path) && is_made_of(file.source->text, *pattern))
        paths_.push_back(file.source->path);
  }
}

bool Samples::contains(std::string_view source) const {
  return std::ranges::any_of(paths_, [&](std::string_view path) {
    return path.ends_with(source) &&
           (path.size() == source.size() || path[path.size() - source.size() - 1] == '/');
  });
}

}  // namespace kbgen
