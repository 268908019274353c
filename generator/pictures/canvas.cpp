// Fills shapes with FreeType's rasterizer. It computes with integers, so a shape covers the same
// pixels on every machine. Coverage of a pixel has sixteen levels: more are not visible in letters
// of this size, and would make the file larger.

#include "pictures/canvas.h"

#include <freetype/ftoutln.h>

#include <algorithm>
#include <cmath>

namespace kbgen {

Outline rounded_box(double x, double y, double width, double height, double radius) {
  double r = std::min({radius, width / 2, height / 2});
  double pull = r * 0.4477;  // 1 - 0.5523, with which a cubic curve comes closest to a circle
  double right = x + width, bottom = y + height;
  using enum Outline::Kind;
  Outline box;
  box.points = {{x + r, y, on},
                {right - r, y, on},
                {right - pull, y, cubic},
                {right, y + pull, cubic},
                {right, y + r, on},
                {right, bottom - r, on},
                {right, bottom - pull, cubic},
                {right - pull, bottom, cubic},
                {right - r, bottom, on},
                {x + r, bottom, on},
                {x + pull, bottom, cubic},
                {x, bottom - pull, cubic},
                {x, bottom - r, on},
                {x, y + r, on},
                {x, y + pull, cubic},
                {x + pull, y, cubic}};
  box.ends = {static_cast<std::uint32_t>(box.points.size() - 1)};
  return box;
}

Rgb mix(Rgb from, Rgb to, int part) {
  auto one = [&](int a, int b) {
    return static_cast<std::uint8_t>((a * (15 - part) + b * part + 7) / 15);
  };
  return {one(from.red, to.red), one(from.green, to.green), one(from.blue, to.blue)};
}

struct Canvas::Rasterizer {
  FT_Library library = nullptr;
  Rasterizer() { FT_Init_FreeType(&library); }
  ~Rasterizer() { FT_Done_FreeType(library); }
  Rasterizer(const Rasterizer&) = delete;
  Rasterizer& operator=(const Rasterizer&) = delete;
};

Canvas::Canvas(int width, int height, Rgb ground)
    : width_(width),
      height_(height),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0),
      palette_{ground},
      ink_(ground),
      rasterizer_(std::make_unique<Rasterizer>()) {
  for (auto& blends : blends_) blends.fill(-1);
}

Canvas::~Canvas() = default;

// The index of a colour in the palette, to which it is added. When the palette is full, it is the
// index of the nearest colour.
std::uint8_t Canvas::index_of(Rgb color) {
  auto found = std::ranges::find(palette_, color);
  if (found == palette_.end() && palette_.size() == most_colors) {
    auto distance = [&](Rgb other) {
      int red = color.red - other.red, green = color.green - other.green,
          blue = color.blue - other.blue;
      return red * red + green * green + blue * blue;
    };
    found = std::ranges::min_element(palette_, {}, distance);
  } else if (found == palette_.end()) {
    found = palette_.insert(found, color);
  }
  return static_cast<std::uint8_t>(found - palette_.begin());
}

// Mixes the ink into a part of a row. `coverage` is that of each pixel, from 0 to 255.
void Canvas::cover(int x, int y, int length, int coverage) {
  int part = (coverage * steps + 127) / 255;
  if (part == 0 || y < 0 || y >= height_) return;
  int end = std::min(x + length, width_);
  std::uint8_t* row =
      pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  for (int i = std::max(x, 0); i < end; ++i) {
    std::int16_t& blend = blends_[row[i]][static_cast<std::size_t>(part)];
    if (blend < 0) blend = index_of(mix(palette_[row[i]], ink_, part));
    row[i] = static_cast<std::uint8_t>(blend);
  }
}

void Canvas::fill(const Outline& outline, Rgb ink) {
  // FreeType counts points in 16 bits. No letter has nearly as many.
  if (outline.points.empty() || outline.points.size() > 32000) return;
  if (ink != ink_)
    for (auto& blends : blends_) blends.fill(-1);
  ink_ = ink;

  std::vector<FT_Vector> points;
  std::vector<char> tags;
  std::vector<short> ends;
  auto fixed = [](double pixels) { return static_cast<FT_Pos>(std::lround(pixels * 64)); };
  for (const Outline::Point& point : outline.points) {
    points.push_back({fixed(point.x), -fixed(point.y)});
    using enum Outline::Kind;
    tags.push_back(point.kind == on ? 1 : point.kind == quadratic ? 0 : 2);
  }
  for (std::uint32_t end : outline.ends) ends.push_back(static_cast<short>(end));
  FT_Outline shape{};
  shape.n_contours = static_cast<short>(ends.size());
  shape.n_points = static_cast<short>(points.size());
  shape.points = points.data();
  shape.tags = tags.data();
  shape.contours = ends.data();

  FT_Raster_Params how{};
  how.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  how.clip_box = {0, -height_, width_, 0};
  how.user = this;
  how.gray_spans = [](int y, int count, const FT_Span* spans, void* canvas) {
    for (const FT_Span* span = spans; span != spans + count; ++span)
      static_cast<Canvas*>(canvas)->cover(span->x, -1 - y, span->len, span->coverage);
  };
  FT_Outline_Render(rasterizer_->library, &shape, &how);
}

}  // namespace kbgen
