// What is connected with what: the relations of Links, and who talks about
// what, as one graph of people, topics and resources.
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
  std::uint32_t mentions = 0;  // of it
  std::uint32_t spoken = 0;    // of other things, by a person
};

// together: both are mentioned in the same moments; talks: `from`, a person,
// mentions `to`.
enum class EdgeKind { together, talks };

struct GraphEdge {
  EdgeKind kind = EdgeKind::together;
  std::uint32_t from = 0, to = 0;  // indexes of nodes
  std::uint32_t count = 0;         // moments; mentions by the person
  double strength = 0;             // association(), see relations.h
  std::vector<Place> places;       // the first ones, in site order
};

struct Graph {
  std::vector<GraphNode> nodes;  // those with an edge: people, topics, resources
  std::vector<GraphEdge> edges;  // by kind, then as their nodes
};

// The graph of the last time, and what it follows from.
struct GraphMemo {
  LinkBasis basis;
  std::shared_ptr<const Graph> graph;
};

// The remembered graph as long as what it follows from is the same. Never null.
std::shared_ptr<const Graph> graph_of(const Site& site, const Links& links, GraphMemo& memo,
                                      Diagnostics& diag);

}  // namespace kbgen
