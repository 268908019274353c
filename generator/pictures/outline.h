// Shapes to be filled, in pixels, y downwards.
#pragma once

#include <cstdint>
#include <vector>

namespace kbgen {

struct Outline {
  enum class Kind : std::uint8_t { on, quadratic, cubic };  // on the curve, or pulling at it
  struct Point {
    double x = 0, y = 0;
    Kind kind = Kind::on;
  };
  std::vector<Point> points;
  std::vector<std::uint32_t> ends;  // of each contour: its last point, ascending
};

// A rectangle whose corners are rounded as far as it has room.
Outline rounded_box(double x, double y, double width, double height, double radius);

}  // namespace kbgen
