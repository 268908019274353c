// Reads JPEG (ITU-T T.81) with libjpeg.
#include <algorithm>
#include <csetjmp>
#include <cstdio>

#include "pictures/photo_formats.h"
// Uses types of <cstdio>, so it comes behind it.
#include <jpeglib.h>

namespace kbgen {

namespace {

// libjpeg ends by a jump where a file is broken, so nothing with a destructor may be made between
// setjmp() and the jump.
struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

void give_up(j_common_ptr info) { std::longjmp(reinterpret_cast<JpegErrors*>(info->err)->back, 1); }
void say_nothing(j_common_ptr, int) {}

class JpegReader {
 public:
  explicit JpegReader(std::string_view file) : file_(file) {
    info_.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = give_up;
    errors_.base.emit_message = say_nothing;
    jpeg_create_decompress(&info_);
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() { jpeg_destroy_decompress(&info_); }

  // Whether the header could be read.
  bool begin() {
    if (setjmp(errors_.back)) return false;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(file_.data()), file_.size());
    jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xFFFF);
    return jpeg_read_header(&info_, TRUE) == JPEG_HEADER_OK;
  }
  PhotoSize size() const { return {info_.image_width, info_.image_height}; }

  // How a viewer turns it, 1 to 8, as Exif says; 1: not at all.
  int orientation() const;

  // Fills `photo`, whose memory is taken before the first jump can come.
  bool read(Photo& photo, std::uint32_t side) {
    if (setjmp(errors_.back)) return false;
    while (info_.scale_denom < 8 &&
           std::min(info_.image_width, info_.image_height) / (info_.scale_denom * 2) >= side)
      info_.scale_denom *= 2;
    // libjpeg makes no red, green and blue of the inks of printers.
    const bool has_inks = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
    info_.out_color_space = has_inks ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_start_decompress(&info_);
    photo.size = {info_.output_width, info_.output_height};
    photo.pixels.resize(std::size_t{photo.size.width} * photo.size.height * 4);
    while (info_.output_scanline < info_.output_height) {
      JSAMPROW row = &photo.pixels[std::size_t{info_.output_scanline} * photo.size.width * 4];
      jpeg_read_scanlines(&info_, &row, 1);
      if (has_inks) show_inks(row);
    }
    return true;
  }

 private:
  // Turns a row of cyan, magenta, yellow and black, four bytes a pixel, into what it looks like.
  // Adobe's programs, which write nearly all of these, count how much light is left.
  void show_inks(JSAMPROW row) const {
    auto light = [&](JSAMPLE ink) -> unsigned { return info_.saw_Adobe_marker ? ink : 255u - ink; };
    for (JSAMPROW pixel = row; pixel < row + std::size_t{info_.output_width} * 4; pixel += 4) {
      unsigned black = light(pixel[3]);
      for (int i = 0; i < 3; ++i) pixel[i] = static_cast<JSAMPLE>(light(pixel[i]) * black / 255);
      pixel[3] = 255;
    }
  }

  std::string_view file_;
  JpegErrors errors_{};
  jpeg_decompress_struct info_{};
};

// The entry 0x0112 of the first directory of TIFF that is in the marker of Exif.
int orientation_in(std::string_view exif) {
  if (!exif.starts_with(std::string_view("Exif\0\0", 6))) return 1;
  std::string_view tiff = exif.substr(6);
  bool is_little = tiff.starts_with("II");
  auto number = [&](std::size_t at, int bytes) -> std::uint32_t {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) {
      std::size_t place = at + static_cast<std::size_t>(is_little ? bytes - 1 - i : i);
      if (place >= tiff.size()) return 0;
      value = value << 8 | static_cast<unsigned char>(tiff[place]);
    }
    return value;
  };
  std::size_t directory = number(4, 4);
  for (std::size_t i = 0; i < number(directory, 2); ++i)
    if (std::size_t entry = directory + 2 + 12 * i; number(entry, 2) == 0x0112) {
      std::uint32_t turned = number(entry + 8, 2);
      return turned >= 1 && turned <= 8 ? static_cast<int>(turned) : 1;
    }
  return 1;
}

int JpegReader::orientation() const {
  for (jpeg_saved_marker_ptr marker = info_.marker_list; marker; marker = marker->next)
    if (marker->marker == JPEG_APP0 + 1)
      return orientation_in({reinterpret_cast<const char*>(marker->data), marker->data_length});
  return 1;
}

// The photo as a viewer shows it. Of orientation 5 to 8 rows and columns are exchanged.
Photo turned(Photo photo, int orientation) {
  if (orientation == 1) return photo;
  PhotoSize from = photo.size, to = orientation > 4 ? PhotoSize{from.height, from.width} : from;
  Photo shown{to, std::vector<std::uint8_t>(photo.pixels.size())};
  for (std::uint32_t y = 0; y < to.height; ++y)
    for (std::uint32_t x = 0; x < to.width; ++x) {
      std::uint32_t u = orientation > 4 ? y : x, v = orientation > 4 ? x : y;
      bool mirrors_u = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
      bool mirrors_v = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
      if (mirrors_u) u = from.width - 1 - u;
      if (mirrors_v) v = from.height - 1 - v;
      std::copy_n(&photo.pixels[(std::size_t{v} * from.width + u) * 4], 4,
                  &shown.pixels[(std::size_t{y} * to.width + x) * 4]);
    }
  return shown;
}

std::optional<PhotoSize> size_of_jpeg(std::string_view file) {
  JpegReader reader(file);
  if (!reader.begin()) return std::nullopt;
  PhotoSize size = reader.size();
  return reader.orientation() > 4 ? PhotoSize{size.height, size.width} : size;
}

std::optional<Photo> read_jpeg(std::string_view file, std::uint32_t side) {
  JpegReader reader(file);
  Photo photo;
  if (!reader.begin() || !reader.read(photo, side)) return std::nullopt;
  return turned(std::move(photo), reader.orientation());
}

}  // namespace

const PhotoFormat jpeg_photos{"\xFF\xD8\xFF", size_of_jpeg, read_jpeg};

}  // namespace kbgen
