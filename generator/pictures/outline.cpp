#include "pictures/outline.h"

#include <algorithm>

namespace kbgen {

Outline rounded_box(double width, double height, double radius) {
  double r = std::min({radius, width / 2, height / 2});
  double pull = r * 0.4477;  // 1 - 0.5523, with which a cubic curve comes closest to a circle
  using enum Outline::Kind;
  Outline box;
  box.points = {{r, 0, on},
                {width - r, 0, on},
                {width - pull, 0, cubic},
                {width, pull, cubic},
                {width, r, on},
                {width, height - r, on},
                {width, height - pull, cubic},
                {width - pull, height, cubic},
                {width - r, height, on},
                {r, height, on},
                {pull, height, cubic},
                {0, height - pull, cubic},
                {0, height - r, on},
                {0, r, on},
                {0, pull, cubic},
                {pull, 0, cubic}};
  box.ends = {static_cast<std::uint32_t>(box.points.size() - 1)};
  return box;
}

}  // namespace kbgen
