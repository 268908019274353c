// Reads PNG with libpng.
#include <png.h>

#include "pictures/photo_formats.h"

namespace kbgen {

namespace {

// A picture of libpng's simple interface, which reports errors by values.
class PngReader {
 public:
  explicit PngReader(std::string_view file) {
    image_.version = PNG_IMAGE_VERSION;
    is_open_ = png_image_begin_read_from_memory(&image_, file.data(), file.size()) != 0;
  }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { png_image_free(&image_); }

  bool is_open() const { return is_open_; }
  PhotoSize size() const { return {image_.width, image_.height}; }

  bool read(Photo& photo) {
    image_.format = PNG_FORMAT_RGBA;
    photo.size = size();
    photo.pixels.resize(PNG_IMAGE_SIZE(image_));
    return png_image_finish_read(&image_, nullptr, photo.pixels.data(), 0, nullptr) != 0;
  }

 private:
  png_image image_{};
  bool is_open_ = false;
};

std::optional<PhotoSize> size_of_png(std::string_view file) {
  PngReader reader(file);
  return reader.is_open() ? std::optional(reader.size()) : std::nullopt;
}

std::optional<Photo> read_png(std::string_view file, std::uint32_t) {
  PngReader reader(file);
  Photo photo;
  if (!reader.is_open() || !reader.read(photo)) return std::nullopt;
  return photo;
}

}  // namespace

const PhotoFormat png_photos{"\x89PNG\r\n\x1A\n", size_of_png, read_png};

}  // namespace kbgen
