// Writes data/graph.json.gz: which people, topics and resources are connected, how strongly, and in
// which moments (the first ones).

#include <cmath>

#include "base/gzip.h"
#include "exports/data.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

void write_node(JsonWriter& out, const Site& site, const GraphNode& node) {
  out.begin_map().key("id").text(path_of(site, node.entity));
  out.key("kind").text(kind_of(node.entity).name);
  out.key("title").text(title_of(site, node.entity));
  out.key("mentions").number(node.mentions);
  if (std::holds_alternative<PersonId>(node.entity)) out.key("spoken").number(node.spoken);
  out.end_map();
}

void write_moment(JsonWriter& out, const Site& site, const Place& place) {
  const SpokenText& spoken = *site.episodes[place.episode].spoken;
  out.begin_map().key("episode").text(path_of(site, place.episode));
  out.key("fragment").text(spoken.fragments[place.paragraph]);
  write_seconds(out.key("time"), time_near(spoken, place.paragraph));
  out.end_map();
}

void write_edge(JsonWriter& out, const Site& site, const Graph& graph, const GraphEdge& edge) {
  out.begin_map().key("kind").text(edge.kind == EdgeKind::talks ? "talks" : "together");
  out.key("from").text(path_of(site, graph.nodes[edge.from].entity));
  out.key("to").text(path_of(site, graph.nodes[edge.to].entity));
  out.key("count").number(edge.count);
  // Two decimals, because logarithms differ in their last digits from machine to machine.
  out.key("strength").number(std::floor(edge.strength * 100 + 0.5) / 100);
  out.key("moments").begin_list();
  for (const Place& place : edge.places) write_moment(out, site, place);
  out.end_list().end_map();
}

}  // namespace

// Each node and each edge is a line, so that changes are easy to compare.
DataFile write_graph(const Publication& publication, Diagnostics& diag) {
  const Site& site = publication.site();
  const Graph& graph = *publication.known.graph;
  JsonWriter out;
  out.begin_map().key("measure").text("Dunning's log-likelihood ratio (G²)");
  out.new_line().key("nodes").begin_list();
  for (const GraphNode& node : graph.nodes) write_node(out.new_line(), site, node);
  out.new_line().end_list();
  out.new_line().key("edges").begin_list();
  for (const GraphEdge& edge : graph.edges) write_edge(out.new_line(), site, graph, edge);
  out.new_line().end_list();
  std::string text = out.new_line().end_map().take() + '\n';
  return {publication.staging.add("data/graph.json.gz", gzip(text, 1, 6), "data", diag),
          graph.edges.size()};
}

}  // namespace kbgen
