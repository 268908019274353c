// Writes lines and draws boxes onto canvases, and keeps what it made for the pictures after: how
// lines are shaped, and the stencils of glyphs and boxes. What is kept changes no pixel, only how
// long drawing takes.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "pictures/canvas.h"
#include "pictures/fonts.h"

namespace kbgen {

// Not thread safe: each thread has one of its own. `fonts` must outlive it.
class Typesetter {
 public:
  explicit Typesetter(const Fonts& fonts) : fonts_(fonts) {}

  // Whether a character can be written.
  bool has(char32_t c) const { return fonts_.has(c); }
  // In pixels.
  double width_of(std::string_view line, TypeStyle style);
  // Writes a line. `x` is its left edge, even if it is read from right to left; `baseline` counts
  // downwards. Both are in pixels.
  void write(Canvas& canvas, double x, int baseline, std::string_view line, TypeStyle style,
             Ink ink);
  // Fills a rectangle with round corners.
  void fill(Canvas& canvas, int x, int y, int width, int height, int radius, Ink ink);

 private:
  const ShapedLine& shape(std::string_view line, Weight weight);
  const Stencil& stencil_of(const Glyph& glyph, double size, int phase);
  void forget_if_full();

  const Fonts& fonts_;
  Rasterizer rasterizer_;
  std::array<std::unordered_map<std::string, ShapedLine>, 2> lines_;  // by weight
  // By font, number, size of the em and phase.
  std::map<std::tuple<std::uint32_t, std::uint32_t, double, int>, Stencil> glyphs_;
  std::map<std::tuple<int, int, int>, Stencil> boxes_;  // by width, height and radius
  std::size_t kept_ = 0;                                // about how many bytes
};

}  // namespace kbgen
