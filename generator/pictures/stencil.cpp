// Coverage of a pixel is counted in quarters. More levels are not visible in letters of the sizes
// that pictures have, and files would be larger: with fifteenths by a third.

#include "pictures/stencil.h"

#include <freetype/ftoutln.h>

#include <algorithm>
#include <cmath>

namespace kbgen {

namespace {

// An outline as FreeType has it: in 64ths of a pixel, y upwards.
struct Shape {
  std::vector<FT_Vector> points;
  std::vector<char> tags;
  std::vector<short> ends;
  FT_Outline outline{};

  explicit Shape(const Outline& from) {
    auto fixed = [](double pixels) { return static_cast<FT_Pos>(std::lround(pixels * 64)); };
    for (const Outline::Point& point : from.points) {
      points.push_back({fixed(point.x), -fixed(point.y)});
      using enum Outline::Kind;
      tags.push_back(point.kind == on ? 1 : point.kind == quadratic ? 0 : 2);
    }
    for (std::uint32_t end : from.ends) ends.push_back(static_cast<short>(end));
    outline.n_contours = static_cast<short>(ends.size());
    outline.n_points = static_cast<short>(points.size());
    outline.points = points.data();
    outline.tags = tags.data();
    outline.contours = ends.data();
  }
};

// The pixels that a shape may touch, y upwards, with edges at whole pixels.
FT_BBox box_of(const FT_Outline& outline) {
  FT_BBox box;
  FT_Outline_Get_CBox(&outline, &box);
  static constexpr FT_Pos far = 4096;
  auto down = [](FT_Pos at) { return std::clamp<FT_Pos>(at >> 6, -far, far); };
  auto up = [](FT_Pos at) { return std::clamp<FT_Pos>((at + 63) >> 6, -far, far); };
  return {down(box.xMin), down(box.yMin), up(box.xMax), up(box.yMax)};
}

void cover(Stencil& stencil, int y, const FT_Span& span) {
  int level = (span.coverage * Stencil::full + 127) / 255;
  auto row = static_cast<std::size_t>(-1 - y - stencil.top);
  auto column = static_cast<std::size_t>(span.x - stencil.left);
  auto at = stencil.levels.begin() +
            static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(stencil.width) + column);
  std::fill_n(at, span.len, static_cast<std::uint8_t>(level));
}

}  // namespace

struct Rasterizer::Library {
  FT_Library library = nullptr;
  Library() { FT_Init_FreeType(&library); }
  ~Library() { FT_Done_FreeType(library); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

Rasterizer::Rasterizer() : library_(std::make_unique<Library>()) {}
Rasterizer::~Rasterizer() = default;

Stencil Rasterizer::fill(const Outline& outline) const {
  Stencil stencil;
  // FreeType counts points in 16 bits. No letter has nearly as many.
  if (outline.points.empty() || outline.points.size() > 32000) return stencil;
  Shape shape(outline);
  FT_BBox box = box_of(shape.outline);
  stencil.left = static_cast<int>(box.xMin);
  stencil.top = static_cast<int>(-box.yMax);
  stencil.width = static_cast<int>(box.xMax - box.xMin);
  stencil.height = static_cast<int>(box.yMax - box.yMin);
  stencil.levels.resize(static_cast<std::size_t>(stencil.width) *
                        static_cast<std::size_t>(stencil.height));

  FT_Raster_Params how{};
  how.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  how.clip_box = box;
  how.user = &stencil;
  how.gray_spans = [](int y, int count, const FT_Span* spans, void* to) {
    for (const FT_Span* span = spans; span != spans + count; ++span)
      cover(*static_cast<Stencil*>(to), y, *span);
  };
  FT_Outline_Render(library_->library, &shape.outline, &how);
  return stencil;
}

}  // namespace kbgen
