// A picture of at most sixteen colours, in memory.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "pictures/stencil.h"

namespace kbgen {

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

// A mixture of two colours: `part` sixtieths of `to`, the rest of `from`.
Rgb mix(Rgb from, Rgb to, int part);

// The index of a colour in a palette.
using Ink = std::uint8_t;

// All colours of a picture, those at the edges of shapes among them. The first is the ground.
constexpr std::size_t most_colors = 16;
using Palette = std::array<Rgb, most_colors>;

// Not thread safe: each thread has a canvas of its own. Whatever lies outside of the canvas is cut
// off.
class Canvas {
 public:
  Canvas(int width, int height, const Palette& palette);

  // Makes the canvas as it was when it was new. A canvas that is used again needs no new memory.
  void clear();
  // Fills a rectangle, of which x and y are the top left pixel.
  void fill(int x, int y, int width, int height, Ink ink);
  // Stamps a colour through a stencil, the origin of its outline at the top left of pixel (x, y). A
  // pixel that is covered in part gets the colour of the palette that is nearest to the mixture.
  void stamp(const Stencil& stencil, int x, int y, Ink ink);
  // Says that these rows mostly repeat the row above, so that PNG writes only the differences.
  void set_alike(int from_row, int to_row);

  int width() const { return width_; }
  int height() const { return height_; }
  const Palette& palette() const { return palette_; }
  std::span<const Ink> pixels() const { return pixels_; }  // row by row
  Ink pixel(int x, int y) const { return pixels_[place(x, y)]; }
  bool is_alike(int row) const { return row >= alike_from_ && row < alike_to_; }

 private:
  using Blends = std::array<std::array<Ink, most_colors>, Stencil::full + 1>;

  std::size_t place(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int width_, height_;
  int alike_from_ = 0, alike_to_ = 0;
  Palette palette_;
  std::vector<Ink> pixels_;
  // What becomes of a pixel: by ink, level of coverage and the colour that was there.
  std::array<Blends, most_colors> blends_;
};

}  // namespace kbgen
