// A picture of few colours: every pixel is an index into a palette, which holds
// the inks and the steps between them and whatever they are drawn on.
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

// `part` of 15 parts are `to`.
Rgb mix(Rgb from, Rgb to, int part);

class Canvas {
 public:
  Canvas(int width, int height, Rgb ground);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // What lies outside is cut off.
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
  // What the ink makes of each colour of the palette, by how much it covers; -1: not asked yet.
  std::array<std::array<std::int16_t, steps + 1>, most_colors> blends_;
  std::unique_ptr<Rasterizer> rasterizer_;
};

}  // namespace kbgen
