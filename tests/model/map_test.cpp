// The graph of what is connected, and the drawing made of it.

#include "model/map.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/linked.h"

namespace kbgen {

namespace {

Graph graph_in(const Linked& site) {
  GraphMemo memo;
  Diagnostics diag;
  return *graph_of(site.site, site.links, memo, diag);
}

Map map_in(const Linked& site) {
  Diagnostics diag;
  return draw_map(site.site, graph_in(site), diag);
}

std::string text_of(const Linked& site, const Graph& graph) {
  std::string out;
  for (const GraphEdge& edge : graph.edges) {
    out += edge.kind == EdgeKind::talks ? "talks " : "together ";
    out += slug_of(site.site, graph.nodes[edge.from].entity) + " " +
           slug_of(site.site, graph.nodes[edge.to].entity) + " " + std::to_string(edge.count) + ":";
    for (const Place& place : edge.places) out += " " + std::to_string(place.paragraph);
    out += "\n";
  }
  return out;
}

// Six topics in two groups, which two people talk about.
void write_two_groups() {
  for (const char* topic : {"mill", "wheel", "river", "star", "moon", "comet"}) write_topic(topic);
  write_bytes("content/guests/ada.md", "---\nname: Ada\n---\n");
  write_bytes("content/guests/bob.md", "---\nname: Bob\n---\n");
  write_bytes("content/episodes/e.vtt",
              captions({"A mill and its wheel.", "The moon and a star.", "The wheel in the river.",
                        "A comet is no star.", "A mill at the river, with a wheel.",
                        "Moon and comet.", "A mill, a wheel, the river.", "A star, a comet."}));
}

}  // namespace

TEST_CASE("the graph has what is said together, and who talks about what, with its places") {
  TestProject project;
  write_two_groups();
  Linked site;
  CHECK(text_of(site, graph_in(site)) ==
        "together comet star 2: 3 7\n"
        "together mill river 2: 4 6\n"
        "together mill wheel 3: 0 4 6\n"
        "together river wheel 3: 2 4 6\n"
        "talks ada comet 3: 3 5 7\n"
        "talks ada star 3: 1 3 7\n"
        "talks bob mill 3: 0 4 6\n"
        "talks bob river 3: 2 4 6\n"
        "talks bob wheel 4: 0 2 4 6\n");
}

TEST_CASE("the drawing has every name whole, in a box of its own, beside its neighbours") {
  TestProject project;
  write_two_groups();
  write_topic("mill", "title: The very long name of a mill that grinds W after W");
  Linked site;
  Map map = map_in(site);
  REQUIRE(map.nodes.size() >= 5);
  for (const MapNode& node : map.nodes) {
    CAPTURE(title_of(site.site, node.entity));
    CHECK(!node.neighbours.empty());
    for (const std::string& line : node.lines) CHECK(map_text_width(line) <= node.box.width);
    CHECK(node.x - node.radius >= node.box.left);
    CHECK(node.y - node.radius >= node.box.top);
    auto lines = static_cast<int>(node.lines.size());
    CHECK(node.text_y + map_line_height * (lines - 1) < node.box.top + node.box.height);
    CHECK(node.box.left + node.box.width <= map.width);
    CHECK(node.box.top + node.box.height <= map.height);
  }
  for (const MapEdge& edge : map.edges) {
    CHECK(edge.width >= 1);
    CHECK(edge.width <= 5);
    CHECK(std::ranges::count(map.nodes[edge.from].neighbours, edge.to) == 1);
  }
}

TEST_CASE("names are broken into lines, very long ones and long words are cut") {
  TestProject project;
  write_two_groups();
  std::string word(60, 'W');
  write_bytes("content/topics/wheel.md", "---\ntitle: " + word + "\naliases: [wheel]\n---\n");
  write_bytes("content/topics/star.md",
              "---\ntitle: One name that has so many words that nobody would read all of them on a "
              "map\naliases: [star]\n---\n");
  Linked site;
  Map map = map_in(site);
  std::size_t cut = 0;
  for (const MapNode& node : map.nodes) {
    CHECK(node.lines.size() <= 3);
    if (node.lines.back().ends_with("…")) ++cut;
  }
  CHECK(cut == 2);
}

TEST_CASE("of a large graph the most mentioned are drawn, and the others counted") {
  TestProject project;
  std::vector<std::string> said;
  for (int i = 0; i < 100; ++i) write_topic("t" + std::to_string(i));
  std::string vtt = "WEBVTT\n";
  for (int i = 0; i < 100; ++i)
    for (int part = 0; part < 2; ++part) {
      int second = (i * 2 + part) * 120;
      char at[32];
      std::snprintf(at, sizeof at, "%02d:%02d:00.000", second / 3600, second / 60 % 60);
      vtt += std::string("\n") + at + " --> " + at + "\nOf t" + std::to_string(i) + " and t" +
             std::to_string(i / 10) + ".\n";
    }
  write_bytes("content/episodes/e.vtt", vtt);
  Linked site;
  Map map = map_in(site);
  CHECK(map.nodes.size() <= 68);
  CHECK(map.nodes.size() >= 60);
  CHECK(map.nodes.size() + map.left_out == 100);
  for (std::size_t i = 1; i < map.nodes.size(); ++i)
    CHECK(map.nodes[i - 1].count >= map.nodes[i].count);
}

TEST_CASE("there is no map of hardly anything, nor where the author has a page of that name") {
  TestProject project;
  write_topic("mill");
  write_topic("wheel");
  write_topic("river");
  write_bytes("content/episodes/e.vtt", captions({"A mill and its wheel.", "Nothing.",
                                                  "A wheel of the mill.", "The river."}));
  {
    Linked site;
    CHECK(map_in(site).empty());
  }
  write_two_groups();
  {
    Linked site;
    CHECK_FALSE(map_in(site).empty());
  }
  write_bytes("content/pages/map.md", "---\ntitle: How to find us\n---\nThere.\n");
  Linked site;
  CHECK(map_in(site).empty());
}

}  // namespace kbgen
