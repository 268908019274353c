// Places the labelled boxes of a drawing: what is tied together is close together, no box covers
// another, and all are inside the drawing.
//
// The result is the same on every machine: it is made in a fixed order by operations that IEEE 754
// defines to the last bit, and rounded to whole pixels.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kbgen {

// A rectangle in pixels; y grows downwards.
struct MapBox {
  int left = 0, top = 0, width = 0, height = 0;

  bool intersects(const MapBox& other) const {
    return left < other.left + other.width && other.left < left + width &&
           top < other.top + other.height && other.top < top + height;
  }
};

// Two boxes, by index, that should be close together.
struct MapTie {
  std::uint32_t from = 0, to = 0;
};

inline constexpr int map_gap = 6;  // pixels between boxes; half of it at the edge of the drawing

// Sets `left` and `top` of boxes that have their sizes already. No box may be wider than `width`
// without the gaps. Returns the height of the drawing.
int lay_out(std::span<MapBox> boxes, std::span<const MapTie> ties, int width);

}  // namespace kbgen
