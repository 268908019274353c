// The map: topics and people as a drawing, what belongs together close to each
// other. Templates draw it, from numbers that are all here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/graph.h"
#include "model/map_layout.h"

namespace kbgen {

// A disc with its name below it, all of it inside `box`; boxes do not overlap.
struct MapNode {
  EntityId entity;
  std::uint32_t count = 0;         // mentions of it; of a speaker, those by them, too
  int x = 0, y = 0, radius = 0;    // of the disc
  std::vector<std::string> lines;  // of the name
  int text_y = 0;                  // where the first line stands; each is centred at x
  MapBox box;
  std::vector<std::uint32_t> neighbours;  // indexes of nodes
};

struct MapEdge {
  EdgeKind kind = EdgeKind::together;
  std::uint32_t from = 0, to = 0;  // indexes of nodes
  std::uint32_t count = 0;
  int width = 1;  // 1 to 5, by how strong it is
};

struct Map {
  int width = 0, height = 0;   // of the drawing, in pixels
  std::vector<MapNode> nodes;  // topics, then people, the most mentioned first
  std::vector<MapEdge> edges;
  std::uint32_t left_out = 0;  // topics and people with edges for which there is no room

  bool empty() const { return nodes.empty(); }
};

// What letters of this size may be set in: a theme may draw smaller ones.
inline constexpr int map_font_size = 14, map_line_height = 17;

// Wider than the widest usual sans serif sets it.
double map_text_width(std::string_view text);

// Empty where hardly anything is connected.
Map draw_map(const Site& site, const Graph& graph, Diagnostics& diag);

}  // namespace kbgen
