// The map: a drawing of topics and people in which what belongs together is close together. All its
// numbers are computed here; templates only draw them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/graph.h"
#include "model/map_layout.h"

namespace kbgen {

// A disc with its name below it. Both are inside `box`, and boxes do not overlap. Pixels.
struct MapNode {
  EntityId entity;
  std::uint32_t count = 0;         // mentions of it, and of a person those by that person, too
  int x = 0, y = 0, radius = 0;    // the disc
  std::vector<std::string> lines;  // the name
  int text_y = 0;                  // baseline of the first line; lines are centred at x
  MapBox box;
  std::vector<std::uint32_t> neighbours;  // indexes of nodes
};

struct MapEdge {
  EdgeKind kind = EdgeKind::together;
  std::uint32_t from = 0, to = 0;  // indexes of nodes
  std::uint32_t count = 0;         // see GraphEdge
  int width = 1;                   // 1 to 5 pixels, by strength
};

struct Map {
  int width = 0, height = 0;   // size of the drawing in pixels
  std::vector<MapNode> nodes;  // topics, then people, the most mentioned first
  std::vector<MapEdge> edges;
  std::uint32_t left_out = 0;  // number of topics and people with edges that are not drawn

  bool empty() const { return nodes.empty(); }
};

// The size of letters and the distance of lines, in pixels, for which there is room. A theme may
// draw smaller letters.
inline constexpr int map_font_size = 14, map_line_height = 17;

// An upper estimate of the width of a text in pixels, good for the widest usual sans-serif fonts.
double map_text_width(std::string_view text);

// Draws the map. It is empty if hardly anything is connected, and if an author's page is at /map/.
Map draw_map(const Site& site, const Graph& graph, Diagnostics& diag);

}  // namespace kbgen
