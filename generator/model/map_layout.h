// Where the labelled things of a drawing stand: what is tied together close to
// each other, no box over another, all of them inside.
//
// Only arithmetic that IEEE 754 defines to the last bit, in one order, and
// whole pixels at the end: every machine draws the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kbgen {

// A place in pixels; y grows downwards.
struct MapBox {
  int left = 0, top = 0, width = 0, height = 0;

  bool intersects(const MapBox& other) const {
    return left < other.left + other.width && other.left < left + width &&
           top < other.top + other.height && other.top < top + height;
  }
};

struct MapTie {
  std::uint32_t from = 0, to = 0;
};

inline constexpr int map_gap = 6;  // between boxes, and to the edge of the drawing

// Sets left and top of boxes whose sizes are told, none wider than `width` less
// the gaps. Returns the height that they take.
int lay_out(std::span<MapBox> boxes, std::span<const MapTie> ties, int width);

}  // namespace kbgen
