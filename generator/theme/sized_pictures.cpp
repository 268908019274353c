#include "theme/sized_pictures.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/digest.h"
#include "base/disk.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"

namespace kbgen {

// For a face beside a name, for a card, for the head of a page; each is for screens that have two
// pixels where the page counts one.
static constexpr std::uint32_t sides[] = {112, 320, 704};

// Changed whenever squares are cut in another way.
static constexpr std::string_view version = "1 ";

static std::set<std::string> pictures_of(const Site& site) {
  std::set<std::string> paths;
  for (const Episode& episode : site.episodes) paths.insert(episode.image);
  for (const Person& person : site.people) paths.insert(person.image);
  for (const Show& show : site.shows) paths.insert(show.image);
  paths.erase("");
  return paths;
}

static bool is_called_photo(std::string_view path) {
  std::string ending = lower_ascii(path.substr(path.rfind('.') + 1));
  return ending == "jpg" || ending == "jpeg" || ending == "png" || ending == "webp";
}

// Without sides if no squares are made of it.
static SizedPicture sized(const StaticFile& file, Diagnostics& diag) {
  SizedPicture picture{file.disk_path, "", {}, {}};
  std::optional<std::string> bytes = read_file(file.disk_path, diag);
  std::optional<PhotoSize> size = bytes ? size_of_photo(*bytes) : std::nullopt;
  if (!size) return picture;
  picture.size = *size;
  picture.digest = digest_of(std::string(version) + photo_versions() + *bytes);
  std::ranges::copy_if(sides, std::back_inserter(picture.sides), [&](std::uint32_t side) {
    return side <= std::min(size->width, size->height);
  });
  return picture;
}

SizedPictures sized_pictures(const Knowledge& known, Diagnostics& diag) {
  StageTimer timer(diag.work(), "pictures");
  const std::set<std::string> paths = pictures_of(known.site);
  std::vector<const StaticFile*> files;
  for (const StaticFile& file : known.sources.static_files)
    if (paths.contains(file.output_path)) files.push_back(&file);
  std::vector<SizedPicture> all = parallel_map(
      files, diag, [](const StaticFile* file, Diagnostics& mine) { return sized(*file, mine); });
  SizedPictures pictures;
  // One whose size is not told, although its name says that it is one of these, is broken, and kept
  // without sides (broken_pictures.h).
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!all[i].sides.empty() || (all[i].digest.empty() && is_called_photo(files[i]->output_path)))
      pictures.emplace(files[i]->output_path, std::move(all[i]));
  return pictures;
}

std::string path_of_square(const SizedPicture& picture, std::uint32_t side) {
  return "pictures/" + picture.digest.substr(0, 16) + "-" + std::to_string(side) + ".webp";
}

std::string picture_of(const Site& site, EntityId id) {
  if (auto* episode = std::get_if<EpisodeId>(&id)) {
    const Episode& e = site.episodes[*episode];
    return !e.image.empty() || !e.show ? e.image : site.shows[*e.show].image;
  }
  if (auto* person = std::get_if<PersonId>(&id)) return site.people[*person].image;
  if (auto* show = std::get_if<ShowId>(&id)) return site.shows[*show].image;
  return "";
}

std::string smallest_square(const SizedPictures& sized, const std::string& picture) {
  auto found = sized.find(picture);
  if (found == sized.end()) return picture;
  const std::vector<std::uint32_t>& sides = found->second.sides;
  return sides.empty() ? "" : path_of_square(found->second, sides.front());
}

}  // namespace kbgen
