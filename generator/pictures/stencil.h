// Turns outlines into stencils: how much of each pixel a shape covers. A stencil is made once and
// stamped onto as many pictures as need it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "pictures/outline.h"

namespace kbgen {

struct Stencil {
  static constexpr int full = 4;  // the level of a pixel that is covered completely

  int left = 0, top = 0;  // of its first pixel, counted from the origin of the outline
  int width = 0, height = 0;
  std::vector<std::uint8_t> levels;  // row by row, from 0 to `full`
};

// Fills outlines with FreeType's rasterizer. It computes with integers, so a shape covers the same
// pixels on every machine. Not thread safe: each thread has one of its own.
class Rasterizer {
 public:
  Rasterizer();
  ~Rasterizer();
  Rasterizer(const Rasterizer&) = delete;
  Rasterizer& operator=(const Rasterizer&) = delete;

  // Whatever is more than 4,096 pixels away from the origin is cut off.
  Stencil fill(const Outline& outline) const;

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace kbgen
