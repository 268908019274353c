// Makes the squares of pictures (theme/sized_pictures.h). Their names change with what they are
// made of, so one that is published is kept: reading a picture takes longer than rendering pages.

#include <algorithm>

#include "base/disk.h"
#include "base/parallel.h"
#include "exports/exports.h"
#include "pictures/photo.h"
#include "theme/broken_pictures.h"

namespace kbgen {

// The squares of one picture; none of a broken one (theme/broken_pictures.h).
static std::vector<OutputFile> squares_of(const SizedPicture& picture, const Staging& staging,
                                          Diagnostics& diag) {
  constexpr std::string_view origin = "squares";
  std::vector<OutputFile> files;
  if (picture.sides.empty()) return files;
  if (staging.forgets() || has_published_squares(picture, staging)) {
    for (std::uint32_t side : picture.sides)
      files.push_back(staging.keep(path_of_square(picture, side), std::string(origin)));
    return files;
  }
  std::optional<std::string> bytes = read_file(picture.disk_path, diag);
  if (!bytes) return files;
  std::optional<Photo> photo = read_photo(*bytes, picture.sides.back());
  if (!photo) {
    diag.error("unreadable-file", picture.disk_path, "this picture is broken",
               "open it in a program for pictures and save it again");
    return files;
  }
  for (std::uint32_t side : picture.sides)
    files.push_back(staging.add(path_of_square(picture, side), write_webp(square_of(*photo, side)),
                                std::string(origin), diag));
  return files;
}

std::vector<OutputFile> export_squares(const Publication& publication, Diagnostics& diag) {
  std::vector<const SizedPicture*> pictures;
  for (const auto& [path, picture] : publication.sized) pictures.push_back(&picture);
  std::vector<OutputFile> files;
  for (std::vector<OutputFile>&made :
       parallel_map(pictures, diag, [&](const SizedPicture*picture, Diagnostics&mine) {
         return squares_of(*picture, publication.staging, mine);
       }))
    std::ranges::move(made, std::back_inserter(files));
  // The same picture under two names has the same squares.
  std::ranges::stable_sort(files, {}, &OutputFile::path);
  auto same = std::ranges::unique(files, {}, &OutputFile::path);
  files.erase(same.begin(), same.end());
  return files;
}

}  // namespace kbgen
