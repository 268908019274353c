#include "pictures/typesetter.h"

#include <cmath>

namespace kbgen {

namespace {

// Glyphs stand at halves of a pixel: finer places are not visible, need a stencil each, and make
// files larger, because the same letter looks the same less often.
constexpr int phases = 2;

}  // namespace

// Chinese and Japanese titles have thousands of glyphs: then all are thrown away at times, which
// costs less than a search for those that are needed least.
void Typesetter::forget_if_full() {
  constexpr std::size_t most = std::size_t{16} << 20;
  if (kept_ < most) return;
  for (auto& lines : lines_) lines.clear();
  glyphs_.clear();
  boxes_.clear();
  kept_ = 0;
}

const ShapedLine& Typesetter::shape(std::string_view line, Weight weight) {
  auto [at, is_new] = lines_[static_cast<std::size_t>(weight)].try_emplace(std::string(line));
  if (is_new) {
    at->second = fonts_.shape(line, weight);
    kept_ += line.size() + at->second.glyphs.size() * sizeof(Glyph) + 100;
  }
  return at->second;
}

const Stencil& Typesetter::stencil_of(const Glyph& glyph, double size, int phase) {
  auto [at, is_new] = glyphs_.try_emplace({glyph.font, glyph.number, size, phase});
  if (is_new) {
    at->second =
        rasterizer_.fill(fonts_.outline_of(glyph, size, static_cast<double>(phase) / phases));
    kept_ += at->second.levels.size() + 100;
  }
  return at->second;
}

double Typesetter::width_of(std::string_view line, TypeStyle style) {
  return shape(line, style.weight).width * style.size;
}

void Typesetter::write(Canvas& canvas, double x, int baseline, std::string_view line,
                       TypeStyle style, Ink ink) {
  forget_if_full();
  for (const Glyph& glyph : shape(line, style.weight).glyphs) {
    auto steps = static_cast<int>(std::floor((x + glyph.x * style.size) * phases + 0.5));
    int column = steps >= 0 ? steps / phases : -((phases - 1 - steps) / phases);
    int up = static_cast<int>(std::lround(glyph.up * style.size));
    canvas.stamp(stencil_of(glyph, style.size, steps - column * phases), column, baseline - up,
                 ink);
  }
}

void Typesetter::fill(Canvas& canvas, int x, int y, int width, int height, int radius, Ink ink) {
  forget_if_full();
  auto [at, is_new] = boxes_.try_emplace({width, height, radius});
  if (is_new) {
    at->second = rasterizer_.fill(rounded_box(width, height, radius));
    kept_ += at->second.levels.size() + 100;
  }
  canvas.stamp(at->second, x, y, ink);
}

}  // namespace kbgen
