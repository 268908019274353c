// data/graph.json: what is connected with what, how strongly, and where first.

#include <cmath>

#include "exports/data.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

Json node_of(const Site& site, const GraphNode& node) {
  Json::Map map{{"id", path_of(site, node.entity)},
                {"kind", kind_of(node.entity).name},
                {"title", title_of(site, node.entity)},
                {"mentions", static_cast<std::int64_t>(node.mentions)}};
  if (std::holds_alternative<PersonId>(node.entity))
    map.emplace_back("spoken", static_cast<std::int64_t>(node.spoken));
  return map;
}

Json moment_of(const Site& site, const Place& place) {
  const SpokenText& spoken = *site.episodes[place.episode].spoken;
  return Json::Map{{"episode", path_of(site, place.episode)},
                   {"fragment", spoken.fragments[place.paragraph]},
                   {"time", seconds_of(time_near(spoken, place.paragraph))}};
}

Json edge_of(const Site& site, const Graph& graph, const GraphEdge& edge) {
  Json::List moments;
  for (const Place& place : edge.places) moments.push_back(moment_of(site, place));
  // Logarithms differ in their last digits from machine to machine.
  double strength = std::floor(edge.strength * 100 + 0.5) / 100;
  return Json::Map{{"kind", edge.kind == EdgeKind::talks ? "talks" : "together"},
                   {"from", path_of(site, graph.nodes[edge.from].entity)},
                   {"to", path_of(site, graph.nodes[edge.to].entity)},
                   {"count", static_cast<std::int64_t>(edge.count)},
                   {"strength", strength},
                   {"moments", std::move(moments)}};
}

// A list with one member a line.
template <class Rows, class JsonOf>
void append_list(std::string& out, const char* name, const Rows& rows, JsonOf json_of) {
  out += ",\n\"" + std::string(name) + "\":[";
  const char* before = "\n";
  for (const auto& row : rows) {
    out += before + format_json(json_of(row));
    before = ",\n";
  }
  out += "\n]";
}

}  // namespace

DataFile write_graph(const Publication& publication, Diagnostics& diag) {
  const Site& site = publication.site();
  const Graph& graph = *publication.known.graph;
  std::string out = "{\"measure\":\"Dunning's log-likelihood ratio (G²)\"";
  append_list(out, "nodes", graph.nodes,
              [&](const GraphNode& node) { return node_of(site, node); });
  append_list(out, "edges", graph.edges,
              [&](const GraphEdge& edge) { return edge_of(site, graph, edge); });
  return {publication.staging.add("data/graph.json", out + "\n}\n", "data", diag),
          graph.edges.size()};
}

}  // namespace kbgen
