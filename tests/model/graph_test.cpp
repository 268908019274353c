#include "model/graph.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// Ten moments of two minutes each: in five of them Bob speaks of mills and looms, in the others Ada
// of the wind, and once of silence.
std::vector<TextFile> library() {
  std::vector<std::string> said;
  for (int i = 0; i < 5; ++i) {
    said.push_back("<v Bob Hill>Mills and looms.");
    said.push_back("<v Ada Moor>The wind.");
  }
  said.back() += " And silence.";
  return {{"guests/ada.md", "---\nname: Ada Moor\n---\n"},
          {"guests/bob.md", "---\nname: Bob Hill\n---\n"},
          {"topics/mills.md", "---\ntitle: Mills\n---\n"},
          {"topics/looms.md", "---\ntitle: Looms\n---\n"},
          {"topics/wind.md", "---\ntitle: Wind\n---\n"},
          {"topics/silence.md", "---\ntitle: Silence\n---\n"},
          {"episodes/one.vtt", captions_of(said, 120)}};
}

}  // namespace

TEST_CASE(
    "the graph has who talks about what, what comes up together, and nothing without an edge") {
  MadeKnowledge made(library());
  const Graph& graph = *made.known.graph;
  auto name = [&](std::uint32_t node) { return slug_of(made.site(), graph.nodes[node].entity); };
  std::string lines;
  for (const GraphNode& node : graph.nodes)
    lines += fmt::format("{}: {} mentions, {} spoken\n", slug_of(made.site(), node.entity),
                         node.mentions, node.spoken);
  for (const GraphEdge& edge : graph.edges)
    lines += fmt::format("{} {} {} {}\n", name(edge.from),
                         edge.kind == EdgeKind::talks ? "talks about" : "with", name(edge.to),
                         edge.count);
  CHECK(lines ==
        "ada: 0 mentions, 6 spoken\nbob: 0 mentions, 10 spoken\nlooms: 5 mentions, 0 spoken\n"
        "mills: 5 mentions, 0 spoken\nwind: 5 mentions, 0 spoken\n"
        "looms with mills 5\nada talks about wind 5\nbob talks about looms 5\n"
        "bob talks about mills 5\n");
}

TEST_CASE("a graph that follows from the same is the same object") {
  MadeKnowledge made(library());
  GraphMemo memo;
  Links links = made.links();
  links.basis.facts = 1;
  auto first = graph_of(made.site(), links, memo, made.diag);
  CHECK(graph_of(made.site(), links, memo, made.diag) == first);
  links.basis.facts = 2;
  CHECK(graph_of(made.site(), links, memo, made.diag) != first);
}

}  // namespace kbgen
