#include "model/map.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/text.h"
#include "base/unicode.h"
#include "base/work.h"

namespace kbgen {

namespace {

constexpr int map_width = 920;
constexpr std::size_t most_topics = 46, most_people = 22, fewest_nodes = 5;
constexpr std::size_t edges_each = 3;  // a node keeps at least so many of its strongest edges

// An upper estimate of the width of a character, in hundredths of the font size.
int width_of(char32_t c) {
  constexpr std::string_view narrow = "iIjlft.,:;'|!()[]-/ ", wide = "mwMWQO@%&";
  if (is_mark(c)) return 0;
  if (c >= 0x1100) return c < 0x2000 ? 100 : c < 0x2E80 ? 70 : 105;
  if (c < 0x80 && narrow.find(static_cast<char>(c)) != narrow.npos) return 42;
  if (c < 0x80 && wide.find(static_cast<char>(c)) != wide.npos) return 100;
  return is_upper(c) ? 74 : 65;
}

// Breaks a name into at most three lines of about equal length and cuts what is too long for them.
std::vector<std::string> wrap(const std::string& name) {
  constexpr double narrow = 118, widest = 170;
  constexpr std::size_t most_lines = 3;
  std::vector<std::string> lines;
  for (std::string_view word : split_words(name)) {
    std::string longer = lines.empty() ? "" : lines.back() + " " + std::string(word);
    if (!lines.empty() && map_text_width(longer) <= narrow)
      lines.back() = longer;
    else
      lines.emplace_back(word);
  }
  bool is_cut = lines.size() > most_lines;
  if (is_cut) {
    lines.resize(most_lines);
    lines.back() += "…";
  }
  for (std::string& line : lines) {
    if (map_text_width(line) <= widest) continue;
    std::size_t letters = count_code_points(line);
    while (letters > 1 && map_text_width(line) > widest)
      line = std::string(code_point_range(line, 0, --letters)) + "…";
  }
  return lines;
}

class MapMaker {
 public:
  MapMaker(const Site& site, const Graph& graph) : site_(site), graph_(graph) {}

  Map draw() {
    // An author's own page may have the address of the map; then there is no map.
    for (const StaticPage& page : site_.pages)
      if (page.slug == "map") return {};
    choose_nodes();
    choose_edges();
    if (map_.nodes.size() < fewest_nodes) return {};
    for (MapNode& node : map_.nodes) shape(node);
    place();
    return std::move(map_);
  }

 private:
  static bool is_drawn(const GraphNode& node) {
    return std::holds_alternative<TopicId>(node.entity) ||
           std::holds_alternative<PersonId>(node.entity);
  }

  // Chooses the topics and the people with the most mentions among those with edges to topics or
  // people. Room that one kind does not need goes to the other.
  void choose_nodes() {
    std::vector<bool> has_edge(graph_.nodes.size());
    for (const GraphEdge& edge : graph_.edges)
      if (is_drawn(graph_.nodes[edge.from]) && is_drawn(graph_.nodes[edge.to]))
        has_edge[edge.from] = has_edge[edge.to] = true;
    std::vector<std::uint32_t> topics, people;
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      if (has_edge[i])
        (std::holds_alternative<TopicId>(graph_.nodes[i].entity) ? topics : people).push_back(i);
    for (auto* kind : {&topics, &people})
      std::ranges::stable_sort(*kind, std::greater(),
                               [&](std::uint32_t i) { return weight_of(i); });
    candidates_ = topics.size() + people.size();
    std::size_t free_topics = most_topics - std::min(most_topics, topics.size());
    std::size_t free_people = most_people - std::min(most_people, people.size());
    topics.resize(std::min(topics.size(), most_topics + free_people));
    people.resize(std::min(people.size(), most_people + free_topics));
    chosen_ = std::move(topics);
    chosen_.insert(chosen_.end(), people.begin(), people.end());
  }

  std::uint32_t weight_of(std::uint32_t node) const {
    return graph_.nodes[node].mentions + graph_.nodes[node].spoken;
  }

  // Keeps the strongest edges of every node, which show the structure without the clutter, and then
  // only nodes that have one.
  void choose_edges() {
    std::map<std::uint32_t, std::uint32_t> place_of;
    for (std::uint32_t i = 0; i < chosen_.size(); ++i) place_of[chosen_[i]] = i;
    std::map<std::pair<std::uint32_t, std::uint32_t>, const GraphEdge*> strongest;
    for (const GraphEdge& edge : graph_.edges) {
      auto from = place_of.find(edge.from), to = place_of.find(edge.to);
      if (from == place_of.end() || to == place_of.end()) continue;
      const GraphEdge*& best = strongest[std::minmax(from->second, to->second)];
      if (!best || edge.strength > best->strength) best = &edge;
    }
    using Drawn = std::pair<std::pair<std::uint32_t, std::uint32_t>, const GraphEdge*>;
    std::vector<Drawn> ranked(strongest.begin(), strongest.end());
    std::ranges::stable_sort(ranked, std::greater(),
                             [](const Drawn& drawn) { return drawn.second->strength; });
    std::vector<std::size_t> degree(chosen_.size());
    std::vector<Drawn> kept;
    for (const Drawn& drawn : ranked) {
      auto [a, b] = drawn.first;
      if (degree[a] >= edges_each && degree[b] >= edges_each) continue;
      ++degree[a];
      ++degree[b];
      kept.push_back(drawn);
    }
    std::vector<std::uint32_t> moved(chosen_.size());
    for (std::uint32_t i = 0; i < chosen_.size(); ++i) {
      if (degree[i] == 0) continue;
      moved[i] = static_cast<std::uint32_t>(map_.nodes.size());
      MapNode node;
      node.entity = graph_.nodes[chosen_[i]].entity;
      node.count = weight_of(chosen_[i]);
      map_.nodes.push_back(std::move(node));
    }
    map_.left_out = static_cast<std::uint32_t>(candidates_ - map_.nodes.size());
    for (const auto& [pair, edge] : kept) {
      double part = edge->strength / kept.front().second->strength;
      int width = 1 + static_cast<int>(4 * std::sqrt(part) + 0.5);
      std::uint32_t from = moved[pair.first], to = moved[pair.second];
      map_.edges.push_back({edge->kind, from, to, edge->count, width});
      map_.nodes[from].neighbours.push_back(to);
      map_.nodes[to].neighbours.push_back(from);
    }
  }

  // Sets the sizes of a node's disc and name. The area of the disc shows how often it is mentioned,
  // compared with the most mentioned node of its kind.
  void shape(MapNode& node) {
    constexpr double smallest = 6, largest = 20;
    std::uint32_t most = 1;
    for (const MapNode& other : map_.nodes)
      if (other.entity.index() == node.entity.index()) most = std::max(most, other.count);
    node.radius = static_cast<int>(
        smallest + (largest - smallest) * std::sqrt(static_cast<double>(node.count) / most) + 0.5);
    node.lines = wrap(title_of(site_, node.entity));
    double text = 0;
    for (const std::string& line : node.lines) text = std::max(text, map_text_width(line));
    node.box.width = std::max({2 * node.radius, static_cast<int>(text + 1), 24});
    node.box.height =
        std::max(24, 2 * node.radius + 4 + map_line_height * static_cast<int>(node.lines.size()));
  }

  void place() {
    std::vector<MapBox> boxes;
    std::vector<MapTie> ties;
    for (const MapNode& node : map_.nodes) boxes.push_back(node.box);
    for (const MapEdge& edge : map_.edges) ties.push_back({edge.from, edge.to});
    map_.width = map_width;
    map_.height = lay_out(boxes, ties, map_width);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      MapNode& node = map_.nodes[i];
      node.box = boxes[i];
      node.x = node.box.left + node.box.width / 2;
      node.y = node.box.top + node.radius;
      node.text_y = node.y + node.radius + map_font_size + 2;
    }
  }

  const Site& site_;
  const Graph& graph_;
  std::size_t candidates_ = 0;
  std::vector<std::uint32_t> chosen_;  // indexes of the graph's nodes
  Map map_;
};

}  // namespace

double map_text_width(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width * map_font_size / 100;
}

Map draw_map(const Site& site, const Graph& graph, Diagnostics& diag) {
  StageTimer timer(diag.work(), "map");
  return MapMaker(site, graph).draw();
}

}  // namespace kbgen
