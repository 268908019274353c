#include "model/graph.h"

#include <algorithm>
#include <map>

#include "base/work.h"
#include "model/relations.h"

namespace kbgen {

namespace {

// All people, topics and resources, in the order of EntityId, for index_of() to search.
std::vector<GraphNode> all_nodes(const Site& site, const Links& links) {
  std::vector<GraphNode> nodes;
  auto add = [&](const auto& entities) {
    for (const auto& entity : entities)
      nodes.push_back(
          {entity.id, static_cast<std::uint32_t>(links.mentions_of[entity.id].size()), 0});
  };
  add(site.people);
  add(site.topics);
  add(site.resources);
  return nodes;
}

class GraphMaker {
 public:
  GraphMaker(const Site& site, const Links& links) : site_(site), links_(links) {
    graph_.nodes = all_nodes(site, links);
  }

  Graph make() {
    add_together();
    add_talks();
    drop_unconnected();
    return std::move(graph_);
  }

 private:
  std::uint32_t index_of(EntityId entity) const {
    auto node = std::ranges::lower_bound(graph_.nodes, entity, {}, &GraphNode::entity);
    return static_cast<std::uint32_t>(node - graph_.nodes.begin());
  }

  void add_together() {
    for (std::uint32_t from = 0; from < graph_.nodes.size(); ++from) {
      std::size_t begin = graph_.edges.size();
      for (const Relation& relation : links_.related[graph_.nodes[from].entity]) {
        if (relation.other < graph_.nodes[from].entity) continue;  // was added from the other end
        graph_.edges.push_back({EdgeKind::together, from, index_of(relation.other),
                                relation.moments, relation.strength, relation.places});
      }
      std::sort(graph_.edges.begin() + static_cast<std::ptrdiff_t>(begin), graph_.edges.end(),
                [](const GraphEdge& a, const GraphEdge& b) { return a.to < b.to; });
    }
  }

  struct Talk {
    std::uint32_t count = 0;
    std::vector<Place> places;
  };

  // Counts what speakers with pages mention, except themselves.
  std::map<std::pair<PersonId, EntityId>, Talk> collect_talks() const {
    constexpr std::size_t kept = 12;
    std::map<std::pair<PersonId, EntityId>, Talk> talks;
    for (const Mention& mention : links_.mentions) {
      if (mention.standing != Standing::counted) continue;
      const Speaker* speaker =
          site_.episodes[mention.episode].spoken->speaker_of(mention.paragraph);
      if (!speaker || !speaker->person || mention.target == EntityId(*speaker->person)) continue;
      Talk& talk = talks[{*speaker->person, mention.target}];
      ++talk.count;
      Place place{mention.episode, mention.paragraph};
      bool again = !talk.places.empty() && talk.places.back() == place;
      if (!again && talk.places.size() < kept) talk.places.push_back(place);
    }
    return talks;
  }

  // Adds edges from speakers to what they mention more often than others do. What a host mentions
  // as often as everybody is no edge.
  void add_talks() {
    auto talks = collect_talks();
    std::vector<std::uint32_t> said_of(graph_.nodes.size());
    std::uint32_t total = 0;
    for (const auto& [pair, talk] : talks) {
      graph_.nodes[index_of(pair.first)].spoken += talk.count;
      said_of[index_of(pair.second)] += talk.count;
      total += talk.count;
    }
    for (auto& [pair, talk] : talks) {
      std::uint32_t from = index_of(pair.first), to = index_of(pair.second);
      double strength = association(talk.count, graph_.nodes[from].spoken, said_of[to], total);
      if (talk.count > 1 && strength > beyond_doubt)
        graph_.edges.push_back(
            {EdgeKind::talks, from, to, talk.count, strength, std::move(talk.places)});
    }
  }

  void drop_unconnected() {
    std::vector<bool> has_edge(graph_.nodes.size());
    for (const GraphEdge& edge : graph_.edges) has_edge[edge.from] = has_edge[edge.to] = true;
    std::vector<std::uint32_t> moved(graph_.nodes.size());
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) {
      if (!has_edge[i]) continue;
      moved[i] = kept;
      graph_.nodes[kept++] = graph_.nodes[i];
    }
    graph_.nodes.resize(kept);
    for (GraphEdge& edge : graph_.edges) {
      edge.from = moved[edge.from];
      edge.to = moved[edge.to];
    }
  }

  const Site& site_;
  const Links& links_;
  Graph graph_;
};

}  // namespace

std::shared_ptr<const Graph> graph_of(const Site& site, const Links& links, GraphMemo& memo,
                                      Diagnostics& diag) {
  StageTimer timer(diag.work(), "graph");
  if (!memo.graph || memo.basis != links.basis)
    memo = {links.basis, std::make_shared<const Graph>(GraphMaker(site, links).make())};
  return memo.graph;
}

}  // namespace kbgen
