// A picture of few colours, in memory. Every pixel is an index into a palette, which has the
// ground, the inks, and the mixtures of them at the edges of shapes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "pictures/outline.h"

namespace kbgen {

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

// A mixture of two colours: `part` fifteenths of `to`, the rest of `from`.
Rgb mix(Rgb from, Rgb to, int part);

// Not thread safe: each picture has a canvas of its own.
class Canvas {
 public:
  Canvas(int width, int height, Rgb ground);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Fills a shape with a colour. What lies outside of the canvas is cut off.
  void fill(const Outline& outline, Rgb ink);

  int width() const { return width_; }
  int height() const { return height_; }
  const std::vector<std::uint8_t>& pixels() const { return pixels_; }  // row by row
  const std::vector<Rgb>& palette() const { return palette_; }         // at most 256

 private:
  struct Rasterizer;
  static constexpr int steps = 15, most_colors = 256;

  void cover(int x, int y, int length, int coverage);
  std::uint8_t index_of(Rgb color);

  int width_, height_;
  std::vector<std::uint8_t> pixels_;
  std::vector<Rgb> palette_;
  Rgb ink_;
  // The palette index of the mixture of the ink with each colour of the palette, by coverage; -1:
  // not computed yet.
  std::array<std::array<std::int16_t, steps + 1>, most_colors> blends_;
  std::unique_ptr<Rasterizer> rasterizer_;
};

}  // namespace kbgen
