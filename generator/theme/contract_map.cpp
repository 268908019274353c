// What templates may read of the map: numbers to draw it from.

#include "theme/contract.h"

namespace kbgen {

using jinja::Value;

// A list of the nodes at `indexes` of the map.
static Value nodes_at(const View& view, const std::vector<std::uint32_t>& indexes) {
  std::vector<Value> nodes;
  for (std::uint32_t index : indexes) nodes.push_back(wrap(view, view.known().map.nodes[index]));
  return Value::list(std::move(nodes));
}

std::span<const Field<Map>> Contract<Map>::fields() {
  static constexpr Field<Map> fields[] = {
      {"width", "number", "Width of the drawing, in pixels: at this size its names can be read.",
       [](const Map& m, const View&) { return Value::integer(m.width); }},
      {"height", "number", "Height of the drawing, in pixels.",
       [](const Map& m, const View&) { return Value::integer(m.height); }},
      {"font_size", "number",
       "Largest size of the names, in pixels: in a usual sans serif they fit into their boxes.",
       [](const Map&, const View&) { return Value::integer(map_font_size); }},
      {"line_height", "number", "Distance between the lines of a name, in pixels.",
       [](const Map&, const View&) { return Value::integer(map_line_height); }},
      {"nodes", "list of map_node",
       "Topics, then people, the most mentioned first; their boxes do not overlap.",
       [](const Map& m, const View& v) { return wrap_list(v, m.nodes); }},
      {"edges", "list of map_edge", "The strongest edges of each node, strongest first.",
       [](const Map& m, const View& v) { return wrap_list(v, m.edges); }},
      {"left_out", "number",
       "Topics and people that are connected, but for which there is no room.",
       [](const Map& m, const View& v) { return v.number(std::size_t{m.left_out}); }},
  };
  return fields;
}

std::span<const Field<MapNode>> Contract<MapNode>::fields() {
  static constexpr Field<MapNode> fields[] = {
      {"title", "text", "Name of the topic or person.",
       [](const MapNode& n, const View& v) { return v.text(title_of(v.site(), n.entity)); }},
      {"url", "text", "Address of its page.",
       [](const MapNode& n, const View& v) { return Value::text(v.url(n.entity)); }},
      {"kind", "text", "topic or guest.",
       [](const MapNode& n, const View&) { return Value::view(kind_of(n.entity).name); }},
      {"count", "number", "Number of mentions; for a person, mentions by them count, too.",
       [](const MapNode& n, const View& v) { return v.number(std::size_t{n.count}); }},
      {"x", "number", "Horizontal centre of its disc and of its name.",
       [](const MapNode& n, const View&) { return Value::integer(n.x); }},
      {"y", "number", "Vertical centre of its disc.",
       [](const MapNode& n, const View&) { return Value::integer(n.y); }},
      {"radius", "number", "Radius of its disc: the area grows with `count`.",
       [](const MapNode& n, const View&) { return Value::integer(n.radius); }},
      {"lines", "list of text", "The name, broken into lines; a very long one is cut.",
       [](const MapNode& n, const View& v) { return wrap_list(v, n.lines); }},
      {"text_y", "number", "Baseline of the first line.",
       [](const MapNode& n, const View&) { return Value::integer(n.text_y); }},
      {"left", "number",
       "Left edge of the box around disc and name, which is at least 24 pixels wide and high.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.left); }},
      {"top", "number", "Top edge of the box.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.top); }},
      {"width", "number", "Width of the box.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.width); }},
      {"height", "number", "Height of the box.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.height); }},
      {"neighbours", "list of map_node", "Nodes to which its edges lead, strongest first.",
       [](const MapNode& n, const View& v) { return nodes_at(v, n.neighbours); }},
  };
  return fields;
}

std::span<const Field<MapEdge>> Contract<MapEdge>::fields() {
  static constexpr Field<MapEdge> fields[] = {
      {"kind", "text",
       "together: both are mentioned in the same moments; talks: a person (`from`) mentions `to`.",
       [](const MapEdge& e, const View&) {
         return Value::view(e.kind == EdgeKind::talks ? "talks" : "together");
       }},
      {"from", "map_node", "One end.",
       [](const MapEdge& e, const View& v) { return wrap(v, v.known().map.nodes[e.from]); }},
      {"to", "map_node", "The other end.",
       [](const MapEdge& e, const View& v) { return wrap(v, v.known().map.nodes[e.to]); }},
      {"count", "number", "Number of moments with both, or of mentions by the person.",
       [](const MapEdge& e, const View& v) { return v.number(std::size_t{e.count}); }},
      {"width", "number", "Width of the line, 1 to 5: how strong the edge is.",
       [](const MapEdge& e, const View&) { return Value::integer(e.width); }},
  };
  return fields;
}

}  // namespace kbgen
