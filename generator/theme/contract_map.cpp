// What templates may read of the map: numbers to draw it from.

#include "theme/contract.h"

namespace kbgen {

using jinja::Value;

// `indexes` of nodes.
static Value nodes_at(const View& view, const std::vector<std::uint32_t>& indexes) {
  std::vector<Value> nodes;
  for (std::uint32_t index : indexes) nodes.push_back(wrap(view, view.known().map.nodes[index]));
  return Value::list(std::move(nodes));
}

std::span<const Field<Map>> Contract<Map>::fields() {
  static constexpr Field<Map> fields[] = {
      {"width", "number", "Of the drawing, in pixels at which its names can be read.",
       [](const Map& m, const View&) { return Value::integer(m.width); }},
      {"height", "number", "Likewise.",
       [](const Map& m, const View&) { return Value::integer(m.height); }},
      {"font_size", "number", "Of the names, at most: no box is too small for a usual sans serif.",
       [](const Map&, const View&) { return Value::integer(map_font_size); }},
      {"line_height", "number", "Of names in several lines.",
       [](const Map&, const View&) { return Value::integer(map_line_height); }},
      {"nodes", "list of map_node",
       "Topics, then people, the most mentioned first; their boxes do not overlap.",
       [](const Map& m, const View& v) { return wrap_list(v, m.nodes); }},
      {"edges", "list of map_edge", "The strongest of each node, strongest first.",
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
      {"count", "number", "Mentions of it; of a person, what they mention counts, too.",
       [](const MapNode& n, const View& v) { return v.number(std::size_t{n.count}); }},
      {"x", "number", "Centre of its disc, and of its name.",
       [](const MapNode& n, const View&) { return Value::integer(n.x); }},
      {"y", "number", "Centre of its disc.",
       [](const MapNode& n, const View&) { return Value::integer(n.y); }},
      {"radius", "number", "Of its disc: the area grows with `count`.",
       [](const MapNode& n, const View&) { return Value::integer(n.radius); }},
      {"lines", "list of text", "The name, broken into lines; a very long one is cut.",
       [](const MapNode& n, const View& v) { return wrap_list(v, n.lines); }},
      {"text_y", "number", "Where the letters of the first line stand.",
       [](const MapNode& n, const View&) { return Value::integer(n.text_y); }},
      {"left", "number", "The box around disc and name; at least 24 pixels wide and high.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.left); }},
      {"top", "number", "Likewise.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.top); }},
      {"width", "number", "Likewise.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.width); }},
      {"height", "number", "Likewise.",
       [](const MapNode& n, const View&) { return Value::integer(n.box.height); }},
      {"neighbours", "list of map_node", "To which its edges lead, strongest first.",
       [](const MapNode& n, const View& v) { return nodes_at(v, n.neighbours); }},
  };
  return fields;
}

std::span<const Field<MapEdge>> Contract<MapEdge>::fields() {
  static constexpr Field<MapEdge> fields[] = {
      {"kind", "text", "together: mentioned in the same moments; talks: a person mentions it.",
       [](const MapEdge& e, const View&) {
         return Value::view(e.kind == EdgeKind::talks ? "talks" : "together");
       }},
      {"from", "map_node", "One end.",
       [](const MapEdge& e, const View& v) { return wrap(v, v.known().map.nodes[e.from]); }},
      {"to", "map_node", "The other end.",
       [](const MapEdge& e, const View& v) { return wrap(v, v.known().map.nodes[e.to]); }},
      {"count", "number", "Moments with both, or mentions by the person.",
       [](const MapEdge& e, const View& v) { return v.number(std::size_t{e.count}); }},
      {"width", "number", "1 to 5, by how strong it is.",
       [](const MapEdge& e, const View&) { return Value::integer(e.width); }},
  };
  return fields;
}

}  // namespace kbgen
