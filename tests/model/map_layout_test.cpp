// Boxes of a drawing: none over another, all inside, whatever the graph.

#include "model/map_layout.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace kbgen {

namespace {

// What is wrong with it: empty if nothing.
std::string faults_of(const std::vector<MapBox>& boxes, int width, int height) {
  std::string faults;
  for (std::size_t a = 0; a < boxes.size(); ++a) {
    const MapBox& box = boxes[a];
    bool is_inside = box.left >= 0 && box.top >= 0 && box.left + box.width <= width &&
                     box.top + box.height <= height;
    if (!is_inside) faults += std::to_string(a) + " is outside; ";
    for (std::size_t b = a + 1; b < boxes.size(); ++b)
      if (box.intersects(boxes[b]))
        faults += std::to_string(a) + " covers " + std::to_string(b) + "; ";
  }
  return faults;
}

}  // namespace

TEST_CASE("boxes that share a pixel intersect, boxes side by side do not") {
  MapBox box{10, 10, 20, 20};
  CHECK(box.intersects({29, 29, 5, 5}));
  CHECK(box.intersects({12, 12, 2, 2}));
  CHECK_FALSE(box.intersects({30, 10, 5, 5}));
  CHECK_FALSE(box.intersects({10, 0, 20, 10}));
}

TEST_CASE("no two boxes intersect and all are inside, in any graph") {
  std::mt19937 random(5);
  auto any = [&](unsigned below) { return static_cast<int>(random() % below); };
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    auto count = static_cast<unsigned>(1 + any(80));
    std::vector<MapBox> boxes;
    for (unsigned i = 0; i < count; ++i) boxes.push_back({0, 0, 24 + any(150), 24 + any(80)});
    std::vector<MapTie> ties;
    int wanted = any(4) * static_cast<int>(count);  // none at all, sparse, dense
    for (int i = 0; i < wanted; ++i)
      ties.push_back(
          {static_cast<std::uint32_t>(any(count)), static_cast<std::uint32_t>(any(count))});
    std::vector<MapBox> again = boxes;
    int height = lay_out(boxes, ties, 920);
    CHECK(faults_of(boxes, 920, height) == "");
    CHECK(lay_out(again, ties, 920) == height);
    for (std::size_t i = 0; i < boxes.size(); ++i) CHECK(again[i].left == boxes[i].left);
  }
}

TEST_CASE("a star, a ring, everything tied to everything, and nothing at all") {
  for (const char* shape : {"star", "ring", "complete", "lonely"}) {
    CAPTURE(shape);
    std::vector<MapBox> boxes(70, MapBox{0, 0, 170, 90});
    std::vector<MapTie> ties;
    for (std::uint32_t a = 0; a < 70; ++a)
      for (std::uint32_t b = a + 1; b < 70; ++b) {
        bool is_star = *shape == 's' && a == 0, is_ring = *shape == 'r' && b == a + 1;
        if (is_star || is_ring || *shape == 'c') ties.push_back({a, b});
      }
    int height = lay_out(boxes, ties, 920);
    CHECK(faults_of(boxes, 920, height) == "");
    CHECK(height < 5000);
  }
  std::vector<MapBox> none;
  CHECK(lay_out(none, {}, 920) == 0);
}

TEST_CASE("what is tied together stands together") {
  // Two cliques of eight with one tie between them.
  std::vector<MapBox> boxes(16, MapBox{0, 0, 60, 40});
  std::vector<MapTie> ties{{0, 8}};
  for (std::uint32_t a = 0; a < 16; ++a)
    for (std::uint32_t b = a + 1; b < 16; ++b)
      if (a / 8 == b / 8) ties.push_back({a, b});
  lay_out(boxes, ties, 920);
  auto distance = [&](std::size_t a, std::size_t b) {
    int x = boxes[a].left - boxes[b].left, y = boxes[a].top - boxes[b].top;
    return x * x + y * y;
  };
  int within = 0, between = 0;
  for (std::size_t a = 0; a < 8; ++a)
    for (std::size_t b = 0; b < 8; ++b) {
      if (a != b) within += distance(a, b) / 56;
      between += distance(a, 8 + b) / 64;
    }
  CHECK(between > 3 * within);
}

}  // namespace kbgen
