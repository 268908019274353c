// Lays out the map. Classical scaling gives a first shape (Torgerson 1952), stress majorisation
// makes distances on paper like those in the graph (Gansner, Koren, North 2004), then boxes that
// overlap push each other apart. Boxes that still overlap after that move down.

#include "model/map_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kbgen {

namespace {

struct Point {
  double x = 0, y = 0;
};

using Points = std::vector<Point>;

// How far apart any two nodes should be. Neighbours that share many neighbours should be closer, so
// that clusters show.
class Distances {
 public:
  Distances(std::size_t count, std::span<const MapTie> ties) : count_(count), far_(count * count) {
    std::vector<std::vector<bool>> tied(count, std::vector<bool>(count));
    for (std::size_t i = 0; i < count; ++i) tied[i][i] = true;
    for (const MapTie& tie : ties) tied[tie.from][tie.to] = tied[tie.to][tie.from] = true;
    for (std::size_t a = 0; a < count; ++a)
      for (std::size_t b = 0; b < count; ++b)
        at(a, b) = a == b ? 0 : tied[a][b] ? length_of(tied[a], tied[b]) : unknown;
    find_shortest_paths();
    separate_unconnected();
    // Square roots make long paths count less, so that the space between clusters leaves room for
    // names within them.
    for (double& far : far_) far = std::sqrt(far);
  }

  double operator()(std::size_t a, std::size_t b) const { return far_[a * count_ + b]; }
  std::size_t count() const { return count_; }

 private:
  static constexpr double unknown = 1e9;

  double& at(std::size_t a, std::size_t b) { return far_[a * count_ + b]; }

  static double length_of(const std::vector<bool>& one, const std::vector<bool>& other) {
    double both = 0, any = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
      both += one[i] && other[i];
      any += one[i] || other[i];
    }
    return 1.6 - both / any;
  }

  // Shortest paths between all pairs, by the algorithm of Floyd and Warshall.
  void find_shortest_paths() {
    for (std::size_t via = 0; via < count_; ++via)
      for (std::size_t a = 0; a < count_; ++a)
        for (std::size_t b = 0; b < count_; ++b)
          at(a, b) = std::min(at(a, b), at(a, via) + at(via, b));
  }

  // Nodes that no path connects are put a little farther apart than the farthest that a path does.
  void separate_unconnected() {
    double farthest = 1;
    for (double far : far_)
      if (far < unknown) farthest = std::max(farthest, far);
    for (double& far : far_)
      if (far >= unknown) far = farthest + 0.5;
  }

  std::size_t count_;
  std::vector<double> far_;
};

// The two dominant eigenvectors of the double-centred matrix of squared distances, by power
// iteration. The second is kept orthogonal to the first.
Points classical_scaling(const Distances& far) {
  std::size_t n = far.count();
  std::vector<double> mean(n);
  double all = 0;
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) mean[a] += far(a, b) * far(a, b);
    mean[a] /= static_cast<double>(n);
    all += mean[a] / static_cast<double>(n);
  }
  auto centred = [&](std::size_t a, std::size_t b) {
    return (mean[a] + mean[b] - all - far(a, b) * far(a, b)) / 2;
  };
  auto find_axis = [&](const std::vector<double>& other) {
    std::vector<double> axis(n), next(n);
    for (std::size_t i = 0; i < n; ++i) axis[i] = 1 + static_cast<double>(i * 37 % 101) / 101;
    for (int round = 0; round < 60; ++round) {
      double along = std::inner_product(axis.begin(), axis.end(), other.begin(), 0.0);
      for (std::size_t i = 0; i < n; ++i) axis[i] -= along * other[i];
      for (std::size_t a = 0; a < n; ++a) {
        next[a] = 0;
        for (std::size_t b = 0; b < n; ++b) next[a] += centred(a, b) * axis[b];
      }
      double length = std::sqrt(std::inner_product(next.begin(), next.end(), next.begin(), 0.0));
      if (length < 1e-9) break;
      for (std::size_t i = 0; i < n; ++i) axis[i] = next[i] / length;
    }
    return axis;
  };
  std::vector<double> first = find_axis(std::vector<double>(n)), second = find_axis(first);
  Points points(n);
  // Two points in the same place would stay together, so each is moved by a tiny amount of its own.
  for (std::size_t i = 0; i < n; ++i)
    points[i] = {first[i] + 1e-4 * static_cast<double>(i * 53 % 97),
                 second[i] + 1e-4 * static_cast<double>(i * 29 % 89)};
  return points;
}

// Moves each point in turn to the weighted mean of where every other point would have it; weights
// are the inverse squares of the wanted distances.
void majorise_stress(Points& points, const Distances& far) {
  constexpr int rounds = 200;
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t a = 0; a < points.size(); ++a) {
      Point sum;
      double weights = 0;
      for (std::size_t b = 0; b < points.size(); ++b) {
        if (a == b) continue;
        double wanted = far(a, b), weight = 1 / (wanted * wanted);
        double dx = points[a].x - points[b].x, dy = points[a].y - points[b].y;
        double scale = wanted / std::max(1e-6, std::sqrt(dx * dx + dy * dy));
        sum.x += weight * (points[b].x + dx * scale);
        sum.y += weight * (points[b].y + dy * scale);
        weights += weight;
      }
      if (weights > 0) points[a] = {sum.x / weights, sum.y / weights};
    }
  }
}

// Scales both coordinates to [0, 1] and swaps them if the drawing is higher than wide.
void normalise(Points& points) {
  Point low = points[0], high = points[0];
  for (const Point& p : points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  double across = std::max(1e-6, high.x - low.x), down = std::max(1e-6, high.y - low.y);
  for (Point& p : points) {
    p = {(p.x - low.x) / across, (p.y - low.y) / down};
    if (down > across) std::swap(p.x, p.y);
  }
}

// Pushes overlapping boxes apart. A box here includes half the gap to its neighbours on each side.
class Separation {
 public:
  Separation(std::span<const MapBox> boxes, Points centres, double width, double height)
      : centres_(std::move(centres)), width_(width), height_(height) {
    for (const MapBox& box : boxes)
      halves_.push_back({(box.width + map_gap) / 2.0, (box.height + map_gap) / 2.0});
    for (std::size_t i = 0; i < centres_.size(); ++i) {
      centres_[i] = {centres_[i].x * width, centres_[i].y * height};
      keep_inside(i);
    }
  }

  // Returns whether nothing overlaps any more, after at most so many rounds.
  bool push_apart(int rounds) {
    for (int round = 0; round < rounds; ++round) {
      bool is_clean = true;
      for (std::size_t a = 0; a < centres_.size(); ++a)
        for (std::size_t b = a + 1; b < centres_.size(); ++b) is_clean &= !part(a, b);
      if (is_clean) return true;
    }
    return false;
  }

  const Points& centres() const { return centres_; }

 private:
  void keep_inside(std::size_t i) {
    const Point& half = halves_[i];
    centres_[i].x = std::clamp(centres_[i].x, half.x, std::max(half.x, width_ - half.x));
    centres_[i].y = std::clamp(centres_[i].y, half.y, std::max(half.y, height_ - half.y));
  }

  // Moves two boxes apart along the axis on which they overlap less. Returns whether they
  // overlapped.
  bool part(std::size_t a, std::size_t b) {
    double dx = centres_[b].x - centres_[a].x, dy = centres_[b].y - centres_[a].y;
    double missing_x = halves_[a].x + halves_[b].x - (dx < 0 ? -dx : dx);
    double missing_y = halves_[a].y + halves_[b].y - (dy < 0 ? -dy : dy);
    if (missing_x <= 0.01 || missing_y <= 0.01) return false;
    if (missing_x < missing_y) {
      double move = (dx < 0 ? -missing_x : missing_x) / 2;
      centres_[a].x -= move;
      centres_[b].x += move;
    } else {
      double move = (dy < 0 ? -missing_y : missing_y) / 2;
      centres_[a].y -= move;
      centres_[b].y += move;
    }
    keep_inside(a);
    keep_inside(b);
    return true;
  }

  Points centres_, halves_;
  double width_, height_;
};

// Sets the places of boxes in whole pixels. From the top down, a box that would cover one above it
// moves below that one.
void place_boxes(std::span<MapBox> boxes, const Points& centres, int width) {
  std::vector<std::size_t> order(boxes.size());
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t i : order) {
    MapBox& box = boxes[i];
    box.left = static_cast<int>(std::floor(centres[i].x - box.width / 2.0 + 0.5));
    box.left =
        std::clamp(box.left, map_gap / 2, std::max(map_gap / 2, width - map_gap / 2 - box.width));
    box.top =
        std::max(map_gap / 2, static_cast<int>(std::floor(centres[i].y - box.height / 2.0 + 0.5)));
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return boxes[i].top; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    MapBox& box = boxes[order[i]];
    for (std::size_t j = 0; j < i; ++j) {
      const MapBox& above = boxes[order[j]];
      if (!box.intersects(above)) continue;
      box.top = above.top + above.height + 1;
      j = static_cast<std::size_t>(-1);  // starts again: it may cover another box there
    }
  }
}

}  // namespace

int lay_out(std::span<MapBox> boxes, std::span<const MapTie> ties, int width) {
  if (boxes.empty()) return 0;
  Distances far(boxes.size(), ties);
  Points points = classical_scaling(far);
  majorise_stress(points, far);
  normalise(points);

  // The first height gives 2.4 times the area of the boxes; it grows while boxes overlap.
  double area = 0;
  for (const MapBox& box : boxes) area += (box.width + map_gap) * (box.height + map_gap);
  constexpr double lowest = 380;
  double height = std::max(lowest, 2.4 * area / width);
  Separation separation(boxes, points, width, height);
  for (int attempt = 0; attempt < 8 && !separation.push_apart(800); ++attempt) {
    height *= 1.1;
    separation = Separation(boxes, points, width, height);
  }
  place_boxes(boxes, separation.centres(), width);
  int bottom = 0;
  for (const MapBox& box : boxes) bottom = std::max(bottom, box.top + box.height);
  return bottom + map_gap / 2;
}

}  // namespace kbgen
