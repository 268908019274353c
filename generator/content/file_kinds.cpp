#include "content/file_kinds.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/media.h"
#include "base/paths.h"
#include "base/text.h"

namespace kbgen {

bool is_markdown_file(const std::string& path) {
  std::string extension = file_extension(path);
  return extension == ".md" || extension == ".markdown";
}

std::span<const std::string_view> transcript_extensions() {
  static constexpr std::string_view extensions[] = {
      ".vtt", ".srt", ".json", ".txt", ".yaml", ".yml",  ".tsv",  ".sbv",   ".docx", ".odt",
      ".rtf", ".csv", ".lrc",  ".ass", ".ssa",  ".ttml", ".dfxp", ".jsonl", ".json3"};
  return extensions;
}

bool may_be_transcript_file(const std::string& path) {
  auto extensions = transcript_extensions();
  return std::ranges::find(extensions, file_extension(path)) != extensions.end();
}

bool is_medium(const std::string& path) {
  static constexpr std::string_view extensions[] = {".png", ".jpg",  ".jpeg", ".gif",
                                                    ".svg", ".webp", ".avif", ".pdf"};
  return is_sound_address(path) || is_film_address(path) ||
         std::ranges::find(extensions, lower_ascii(file_extension(path))) != std::end(extensions);
}

bool is_about_the_folder(const std::string& path) {
  static constexpr std::string_view names[] = {"readme", "license", "contributing", "changelog"};
  // These are titles of pages, too, where they are not in capitals.
  static constexpr std::string_view names_in_capitals[] = {
      "agents",     "claude",      "code_of_conduct", "copying",  "deployment", "gemini",
      "governance", "maintainers", "notice",          "security", "support",    "todo"};
  std::string stem = file_stem(path), name = lower_ascii(stem);
  bool is_at_top = path.find('/') == path.npos, has_capitals = lower(stem) != stem;
  bool is_in_capitals = std::ranges::none_of(stem, is_ascii_lower);
  return ((is_at_top || has_capitals) && std::ranges::find(names, name) != std::end(names)) ||
         (is_in_capitals &&
          std::ranges::find(names_in_capitals, name) != std::end(names_in_capitals));
}

bool is_own_page(std::string_view slug) {
  static constexpr std::string_view own_pages[] = {
      "404",   "archive", "archives",  "categories", "episodes", "feed",    "guests", "health",
      "index", "map",     "resources", "search",     "shows",    "sitemap", "tags",   "topics"};
  return std::ranges::find(own_pages, slug) != std::end(own_pages);
}

}  // namespace kbgen
