// The formats of photo.h, a source file each.
#pragma once

#include <optional>
#include <string_view>

#include "pictures/photo.h"

namespace kbgen {

inline constexpr std::uint64_t most_pixels = 100'000'000;

inline bool is_allowed(PhotoSize size) {
  return size.width > 0 && size.height > 0 &&
         std::uint64_t{size.width} * size.height <= most_pixels;
}

struct PhotoFormat {
  std::string_view beginning;  // of each file
  std::optional<PhotoSize> (*size)(std::string_view file);
  std::optional<Photo> (*read)(std::string_view file, std::uint32_t side);
};

extern const PhotoFormat jpeg_photos, png_photos, webp_photos;

}  // namespace kbgen
