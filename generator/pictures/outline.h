// Shapes to be filled: closed contours of lines and curves.
#pragma once

#include <cstdint>
#include <vector>

namespace kbgen {

// Coordinates are in pixels from the top left corner, y downwards.
struct Outline {
  enum class Kind : std::uint8_t { on, quadratic, cubic };  // on the curve, or a control point
  struct Point {
    double x = 0, y = 0;
    Kind kind = Kind::on;
  };
  std::vector<Point> points;
  std::vector<std::uint32_t> ends;  // index of the last point of each contour, ascending
};

// A rectangle with rounded corners, its top left corner at the origin. A radius that is too large
// is reduced to half the shorter side.
Outline rounded_box(double width, double height, double radius);

}  // namespace kbgen
