// What is connected with what: the relations of Links, and who talks about
// what, as one graph of people, topics and resources.
#pragma once

#include <cstdint>
#include <vector>

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

Graph graph_of(const Site& site, const Links& links);

}  // namespace kbgen
