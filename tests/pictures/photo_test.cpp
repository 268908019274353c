#include "pictures/photo.h"

#include <doctest/doctest.h>

#include "base/disk.h"
#include "pictures/png.h"

namespace kbgen {

namespace {

// A photo of `left` in its left half and `right` in its right half, both opaque.
Photo halves(std::uint32_t width, std::uint32_t height, std::uint32_t left, std::uint32_t right) {
  Photo photo{{width, height}, {}};
  for (std::uint32_t y = 0; y < height; ++y)
    for (std::uint32_t x = 0; x < width; ++x)
      for (std::uint32_t colour = x < width / 2 ? left : right, i = 0; i < 4; ++i)
        photo.pixels.push_back(i == 3 ? 255 : static_cast<std::uint8_t>(colour >> (16 - 8 * i)));
  return photo;
}

// Whether a pixel has nearly this colour: what loses detail does not keep the last bits.
bool is_nearly(const Photo& photo, std::uint32_t x, std::uint32_t y, std::uint32_t colour) {
  const std::uint8_t* pixel = &photo.pixels[(std::size_t{y} * photo.size.width + x) * 4];
  for (int i = 0; i < 3; ++i)
    if (std::abs(pixel[i] - static_cast<int>(colour >> (16 - 8 * i) & 255)) > 24) return false;
  return pixel[3] > 250;
}

std::string fixture(const std::string& name) {
  return *try_to_read(std::string(KBGEN_SOURCE_DIR) + "/tests/pictures/" + name).bytes;
}

constexpr std::uint32_t red = 0xff0000, blue = 0x0000ff;

}  // namespace

TEST_CASE("a JPEG is read, and turned as a viewer turns it") {
  CHECK(size_of_photo(fixture("halves.jpg")) == PhotoSize{64, 32});
  std::optional<Photo> lying = read_photo(fixture("halves.jpg"), 64);
  REQUIRE(lying);
  CHECK(is_nearly(*lying, 5, 5, red));
  CHECK(is_nearly(*lying, 58, 5, blue));

  // Exif says that the left edge is shown at the top.
  CHECK(size_of_photo(fixture("halves-turned.jpg")) == PhotoSize{32, 64});
  std::optional<Photo> standing = read_photo(fixture("halves-turned.jpg"), 64);
  REQUIRE(standing);
  CHECK(standing->size == PhotoSize{32, 64});
  CHECK(is_nearly(*standing, 5, 5, red));
  CHECK(is_nearly(*standing, 5, 58, blue));
}

TEST_CASE("a JPEG of inks, as printers have it, is read as it looks") {
  std::optional<Photo> inks = read_photo(fixture("halves-inks.jpg"), 64);
  REQUIRE(inks);
  CHECK(is_nearly(*inks, 5, 5, red));
  CHECK(is_nearly(*inks, 58, 5, blue));
}

TEST_CASE("a JPEG that is much larger than needed is read in less detail, but not in too little") {
  CHECK(read_photo(fixture("halves.jpg"), 16)->size == PhotoSize{32, 16});
  CHECK(read_photo(fixture("halves.jpg"), 17)->size == PhotoSize{64, 32});
}

TEST_CASE("a PNG and a WebP are read") {
  Palette palette{};
  Canvas canvas(8, 4, palette);
  std::string png = PngWriter().write(canvas, "");
  CHECK(size_of_photo(png) == PhotoSize{8, 4});
  CHECK(read_photo(png, 8)->pixels.size() == 8 * 4 * 4);

  std::string webp = write_webp(halves(64, 32, red, blue));
  CHECK(size_of_photo(webp) == PhotoSize{64, 32});
  std::optional<Photo> photo = read_photo(webp, 64);
  REQUIRE(photo);
  CHECK(is_nearly(*photo, 5, 5, red));
  CHECK(is_nearly(*photo, 58, 5, blue));
}

TEST_CASE("what is no picture, or a broken one, is not read") {
  std::string jpeg = fixture("halves.jpg");
  CHECK_FALSE(size_of_photo(""));
  CHECK_FALSE(size_of_photo("<svg/>"));
  CHECK_FALSE(size_of_photo(jpeg.substr(0, 30)));
  CHECK_FALSE(read_photo("RIFF____WEBPVP8 ", 8));
  CHECK_FALSE(read_photo(std::string("\x89PNG\r\n\x1A\n") + jpeg, 8));
}

TEST_CASE("a square is cut from the middle, and its pixels are means") {
  // Columns 2 and 3 of six are dark, 4 and 5 light; the square has columns 1 to 4.
  Photo photo = halves(6, 4, 0x000000, 0xffffff);
  Photo square = square_of(photo, 2);
  CHECK(square.size == PhotoSize{2, 2});
  CHECK(square.pixels[0] == 0);
  CHECK(square.pixels[4] == 255);
  CHECK(square_of(photo, 1).pixels == std::vector<std::uint8_t>{128, 128, 128, 255});
  CHECK(square_of(photo, 100).size == PhotoSize{4, 4});
}

TEST_CASE("what is transparent does not tint its edge") {
  Photo photo{{2, 2}, {255, 0, 0, 255, 0, 255, 0, 0, 255, 0, 0, 255, 0, 255, 0, 0}};
  CHECK(square_of(photo, 1).pixels == std::vector<std::uint8_t>{255, 0, 0, 128});
}

}  // namespace kbgen
