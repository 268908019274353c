#include "pictures/photo_formats.h"

namespace kbgen {

static const PhotoFormat* format_of(std::string_view file) {
  for (const PhotoFormat* format : {&jpeg_photos, &png_photos, &webp_photos})
    if (file.starts_with(format->beginning)) return format;
  return nullptr;
}

std::optional<PhotoSize> size_of_photo(std::string_view file) {
  const PhotoFormat* format = format_of(file);
  std::optional<PhotoSize> size = format ? format->size(file) : std::nullopt;
  return size && is_allowed(*size) ? size : std::nullopt;
}

std::optional<Photo> read_photo(std::string_view file, std::uint32_t side) {
  if (!size_of_photo(file)) return std::nullopt;
  return format_of(file)->read(file, side);
}

}  // namespace kbgen
