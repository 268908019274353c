#include "pictures/photo.h"

#include <algorithm>

namespace kbgen {

namespace {

// The pixels from `begin` to `end` of a row or column that one smaller pixel stands for.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
};

Stretch stretch_of(std::uint32_t i, std::uint32_t side, std::uint32_t whole, std::uint32_t offset) {
  auto at = [&](std::uint64_t place) {
    return offset + static_cast<std::uint32_t>(place * whole / side);
  };
  std::uint32_t begin = at(i);
  return {begin, std::max(begin + 1, at(std::uint64_t{i} + 1))};
}

// Colours count as much as they are opaque, so that what cannot be seen does not tint an edge.
void add_mean(const Photo& photo, Stretch across, Stretch down, std::vector<std::uint8_t>& pixels) {
  std::uint64_t sums[3] = {}, opaque = 0, count = 0;
  for (std::uint32_t y = down.begin; y < down.end; ++y)
    for (std::uint32_t x = across.begin; x < across.end; ++x) {
      const std::uint8_t* pixel = &photo.pixels[(std::size_t{y} * photo.size.width + x) * 4];
      for (int i = 0; i < 3; ++i) sums[i] += std::uint64_t{pixel[i]} * pixel[3];
      opaque += pixel[3];
      ++count;
    }
  for (std::uint64_t sum : sums)
    pixels.push_back(static_cast<std::uint8_t>(opaque > 0 ? (sum + opaque / 2) / opaque : 0));
  pixels.push_back(static_cast<std::uint8_t>((opaque + count / 2) / count));
}

}  // namespace

Photo square_of(const Photo& photo, std::uint32_t side) {
  std::uint32_t whole = std::min(photo.size.width, photo.size.height);
  side = std::min(side, whole);
  std::uint32_t left = (photo.size.width - whole) / 2, top = (photo.size.height - whole) / 2;
  Photo square{{side, side}, {}};
  square.pixels.reserve(std::size_t{side} * side * 4);
  for (std::uint32_t y = 0; y < side; ++y)
    for (std::uint32_t x = 0; x < side; ++x)
      add_mean(photo, stretch_of(x, side, whole, left), stretch_of(y, side, whole, top),
               square.pixels);
  return square;
}

}  // namespace kbgen
