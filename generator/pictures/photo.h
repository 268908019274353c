// Pictures that authors add, such as covers and faces: read, cut and made smaller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

struct PhotoSize {
  std::uint32_t width = 0, height = 0;  // in pixels

  bool operator==(const PhotoSize&) const = default;
};

// Four bytes a pixel: red, green, blue and how opaque it is, not multiplied; rows from the top.
struct Photo {
  PhotoSize size;
  std::vector<std::uint8_t> pixels;
};

// The size that the beginning of a JPEG, PNG or WebP states, as it is shown: one that lies on its
// side counts as turned (Exif). Nothing for other files, and for more than 100 million pixels.
std::optional<PhotoSize> size_of_photo(std::string_view file);

// Reads a JPEG, PNG or WebP, turned as it is shown. A JPEG that is much larger is read in less
// detail, but with at least `side` pixels in each direction if it has them. Nothing for other
// files, for broken ones, and for more than 100 million pixels.
std::optional<Photo> read_photo(std::string_view file, std::uint32_t side);

// The largest square in the middle of a photo, made smaller to `side` pixels; of a photo that has
// fewer, as many as it has. Each pixel is the mean of those that it stands for.
Photo square_of(const Photo& photo, std::uint32_t side);

// The bytes of a photo as WebP, at a quality at which nobody sees what is lost.
std::string write_webp(const Photo& photo);

// A text that changes when the bytes of write_webp() may: versions of the libraries.
std::string photo_versions();

}  // namespace kbgen
