// The pictures of episodes, shows and people as squares of several sizes, so that pages load no
// more of them than they show.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/knowledge.h"
#include "pictures/photo.h"

namespace kbgen {

// A picture that squares are made of.
struct SizedPicture {
  std::string disk_path;
  std::string digest;  // of its bytes and of what makes the squares
  PhotoSize size;
  std::vector<std::uint32_t> sides;  // of its squares in pixels, ascending; not empty
};

// By the path of the picture itself, below the site's root.
using SizedPictures = std::map<std::string, SizedPicture, std::less<>>;

// All pictures of episodes, shows and people that can be read and have as many pixels as the
// smallest square. Others, such as drawings, are shown as they are. Reports `unreadable-file`.
SizedPictures sized_pictures(const Knowledge& known, Diagnostics& diag);

// Path of a square below the site's root. It changes with the picture, and so with nothing else.
std::string path_of_square(const SizedPicture& picture, std::uint32_t side);

// The picture of an episode (else that of its show), of a person or a show, below the site's root;
// empty if it has none.
std::string picture_of(const Site& site, EntityId id);

// Path of the smallest square of a picture, for a line of a list; the picture itself if it is a
// drawing or small, and empty for none.
std::string smallest_square(const SizedPictures& sized, const std::string& picture);

}  // namespace kbgen
