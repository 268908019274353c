#include "theme/broken_pictures.h"

#include <algorithm>
#include <vector>

#include "base/disk.h"
#include "base/parallel.h"
#include "pictures/photo.h"

namespace kbgen {

bool has_published_squares(const SizedPicture& picture, const Staging& staging) {
  return std::ranges::all_of(picture.sides, [&](std::uint32_t side) {
    return file_size(join_path(staging.output_folder(), path_of_square(picture, side)))
               .value_or(0) > 0;
  });
}

// What the head of a file says of its size is no proof that the rest is there. Reading in little
// detail finds out, and is done once: afterwards its squares are published.
static bool is_broken(const SizedPicture& picture, const Staging& staging, Diagnostics& diag) {
  if (picture.sides.empty()) return true;
  if (has_published_squares(picture, staging)) return false;
  std::optional<std::string> bytes = read_file(picture.disk_path, diag);
  return bytes && !read_photo(*bytes, picture.sides.front());
}

// Where the front matter of a file names the picture, which is told by the last part of its path;
// the whole file, if that is written in another way.
static Span place_in(const SourceFile& file, const std::string& picture) {
  std::string_view text = file.text;
  std::string_view name = std::string_view(picture).substr(picture.rfind('/') + 1);
  std::size_t end = text.find(name);
  if (end == text.npos) return whole_file(file);
  std::size_t begin = text.find_last_of(" \t\n\"'", end) + 1;
  return {&file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end + name.size())};
}

// All places at which a picture is named: shows name theirs in config.yaml.
static std::vector<Span> places_of(const Knowledge& known, const std::string& picture) {
  std::vector<Span> places;
  auto add = [&](const auto& all) {
    for (const auto& one : all)
      if (one.image == picture && one.origin.file)
        places.push_back(place_in(*one.origin.file, picture));
  };
  add(known.site.episodes);
  add(known.site.people);
  const std::vector<ShowRecord>& shows = known.config().shows;
  for (const Show& show : known.site.shows) {
    auto record = std::ranges::find(shows, show.slug, &ShowRecord::slug);
    if (show.image == picture && record != shows.end()) places.push_back(record->image.span);
  }
  return places;
}

void drop_broken_pictures(Publication& publication, Diagnostics& diag) {
  std::vector<std::pair<const std::string, SizedPicture>*> pictures;
  for (auto& one : publication.sized) pictures.push_back(&one);
  std::vector<char> broken = parallel_map(pictures, diag, [&](auto* one, Diagnostics& mine) {
    return static_cast<char>(is_broken(one->second, publication.staging, mine));
  });
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    if (!broken[i]) continue;
    auto& [path, picture] = *pictures[i];
    picture.sides.clear();
    for (Span place : places_of(publication.known, path))
      diag.warning("broken-picture", place,
                   "this picture cannot be read, so pages show a mark in its place",
                   "open it in a program for pictures and save it again as JPEG, PNG or WebP");
  }
}

}  // namespace kbgen
