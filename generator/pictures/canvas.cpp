#include "pictures/canvas.h"

#include <algorithm>

namespace kbgen {

namespace {

Ink nearest(const Palette& palette, Rgb color) {
  auto distance = [&](Rgb other) {
    int red = color.red - other.red, green = color.green - other.green,
        blue = color.blue - other.blue;
    return red * red + green * green + blue * blue;
  };
  return static_cast<Ink>(std::ranges::min_element(palette, {}, distance) - palette.begin());
}

}  // namespace

Rgb mix(Rgb from, Rgb to, int part) {
  auto one = [&](int a, int b) {
    return static_cast<std::uint8_t>((a * (60 - part) + b * part + 30) / 60);
  };
  return {one(from.red, to.red), one(from.green, to.green), one(from.blue, to.blue)};
}

Canvas::Canvas(int width, int height, const Palette& palette)
    : width_(width),
      height_(height),
      palette_(palette),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0) {
  for (Ink ink = 0; ink < most_colors; ++ink)
    for (Ink under = 0; under < most_colors; ++under) {
      for (int level = 1; level < Stencil::full; ++level)
        blends_[ink][static_cast<std::size_t>(level)][under] =
            nearest(palette_, mix(palette_[under], palette_[ink], 60 * level / Stencil::full));
      blends_[ink][0][under] = under;
      blends_[ink][Stencil::full][under] = ink;
    }
}

void Canvas::clear() {
  std::ranges::fill(pixels_, Ink{0});
  alike_from_ = alike_to_ = 0;
}

void Canvas::set_alike(int from_row, int to_row) {
  alike_from_ = std::max(from_row, 1);
  alike_to_ = to_row;
}

void Canvas::fill(int x, int y, int width, int height, Ink ink) {
  int left = std::max(x, 0), right = std::min(x + width, width_);
  int top = std::max(y, 0), bottom = std::min(y + height, height_);
  for (int row = top; row < bottom && left < right; ++row)
    std::fill_n(pixels_.data() + place(left, row), right - left, ink);
}

void Canvas::stamp(const Stencil& stencil, int x, int y, Ink ink) {
  x += stencil.left;
  y += stencil.top;
  int left = std::max(x, 0), right = std::min(x + stencil.width, width_);
  int top = std::max(y, 0), bottom = std::min(y + stencil.height, height_);
  const Blends& blends = blends_[ink];
  for (int row = top; row < bottom; ++row) {
    const std::uint8_t* level =
        stencil.levels.data() + static_cast<std::ptrdiff_t>(row - y) * stencil.width + (left - x);
    Ink* pixel = pixels_.data() + place(left, row);
    for (int i = left; i < right; ++i, ++level, ++pixel) *pixel = blends[*level][*pixel];
  }
}

}  // namespace kbgen
