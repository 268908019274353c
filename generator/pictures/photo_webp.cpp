// Reads and writes WebP (RFC 9649) with libwebp.
#include <fmt/format.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include "pictures/photo_formats.h"

namespace kbgen {

static const std::uint8_t* bytes_of(std::string_view file) {
  return reinterpret_cast<const std::uint8_t*>(file.data());
}

static std::optional<PhotoSize> size_of_webp(std::string_view file) {
  int width = 0, height = 0;
  if (!WebPGetInfo(bytes_of(file), file.size(), &width, &height)) return std::nullopt;
  return PhotoSize{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

static std::optional<Photo> read_webp(std::string_view file, std::uint32_t) {
  Photo photo{*size_of_webp(file), {}};
  photo.pixels.resize(std::size_t{photo.size.width} * photo.size.height * 4);
  if (!WebPDecodeRGBAInto(bytes_of(file), file.size(), photo.pixels.data(), photo.pixels.size(),
                          static_cast<int>(photo.size.width * 4)))
    return std::nullopt;
  return photo;
}

const PhotoFormat webp_photos{"RIFF", size_of_webp, read_webp};

std::string write_webp(const Photo& photo) {
  std::uint8_t* bytes = nullptr;
  std::size_t size = WebPEncodeRGBA(photo.pixels.data(), static_cast<int>(photo.size.width),
                                    static_cast<int>(photo.size.height),
                                    static_cast<int>(photo.size.width * 4), 82, &bytes);
  std::string file(reinterpret_cast<const char*>(bytes), size);
  WebPFree(bytes);
  return file;
}

std::string photo_versions() { return fmt::format("libwebp {:x}", WebPGetEncoderVersion()); }

}  // namespace kbgen
