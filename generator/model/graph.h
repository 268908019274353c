// The graph of people, topics and resources: what is mentioned together, and who talks about what.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/diagnostics.h"
#include "model/links.h"
#include "model/site.h"

namespace kbgen {

struct GraphNode {
  EntityId entity;
  std::uint32_t mentions = 0;  // how often it is mentioned
  std::uint32_t spoken = 0;    // how often this person mentions others
};

// `together`: both are mentioned in the same moments. `talks`: the person `from` mentions `to`.
enum class EdgeKind { together, talks };

struct GraphEdge {
  EdgeKind kind = EdgeKind::together;
  std::uint32_t from = 0, to = 0;  // indexes of nodes
  std::uint32_t count = 0;         // together: moments; talks: mentions by the person
  double strength = 0;             // association(), see relations.h
  std::vector<Place> places;       // the first dozen, in site order
};

struct Graph {
  std::vector<GraphNode> nodes;  // those with an edge: people, then topics, then resources
  std::vector<GraphEdge> edges;  // by kind, then by `from` and `to`
};

// The graph of the last build, and what it follows from.
struct GraphMemo {
  LinkBasis basis;
  std::shared_ptr<const Graph> graph;
};

// Makes the graph, or returns the remembered one if what it follows from is the same. Never null.
std::shared_ptr<const Graph> graph_of(const Site& site, const Links& links, GraphMemo& memo,
                                      Diagnostics& diag);

}  // namespace kbgen
