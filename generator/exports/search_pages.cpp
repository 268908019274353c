// The index of pages: everything that has a page of its own, and the chapters of
// episodes; and what results show of them, in small files of "cards".

#include <algorithm>
#include <iterator>

#include "base/json.h"
#include "base/parallel.h"
#include "base/text.h"
#include "exports/search.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// Whoever asks for a name wants its page first, and not a chapter of it. As
// entity_kinds: episode, person, topic, resource, show, page.
constexpr double boosts[] = {1.0, 1.5, 1.5, 1.5, 1.25, 1.0};
static_assert(std::size(boosts) == std::size(entity_kinds));
constexpr double boost_of_chapters = 0.5;

// What is found and what is shown. A field is a list of texts; `summary` stands
// under the title of a result, `text` is found as well and excerpted.
struct Card {
  std::string_view kind;
  std::string title, url, summary, text;
  std::vector<std::string> names, people;  // aliases and what belongs to it
  double boost = boost_of_chapters;
};

lunr::Settings index_settings(const Config& config) {
  return search_settings(config,
                         {{"title", 8}, {"names", 6}, {"people", 3}, {"summary", 2}, {"text", 1}});
}

class CardMaker {
 public:
  explicit CardMaker(const Publication& publication)
      : site_(publication.site()), strings_(publication.strings()) {}

  Card operator()(EntityId id) const {
    Card card = with_entity(site_, id, [&](const auto& one) { return card_of(one); });
    card.kind = kind_of(id).name;
    card.boost = boosts[id.index()];
    card.title = title_of(site_, id);
    card.url = path_of(site_, id);
    return card;
  }

  static Card of_chapter(const Chapter& chapter, const Card& episode) {
    std::string url = episode.url;
    if (!chapter.fragment.empty()) url += "#" + chapter.fragment;
    return {"chapter", chapter.title, std::move(url), "", "", {}, {}};
  }

 private:
  Card card_of(const Episode& e) const {
    Card card;
    card.summary = summary_of(e);
    card.text = e.prose.text;
    for (const auto* people : {&e.hosts, &e.guests})
      for (PersonId person : *people) card.people.push_back(site_.people[person].name);
    if (e.show) card.people.push_back(site_.shows[*e.show].title);
    for (TopicId topic : e.topics) card.names.push_back(site_.topics[topic].title);
    for (ResourceId resource : e.resources) card.names.push_back(site_.resources[resource].title);
    return card;
  }
  Card card_of(const Person& p) const {
    return {"", "", "", p.role, p.prose.text, texts_of(p.aliases), {}};
  }
  Card card_of(const Topic& t) const {
    return {"", "", "", "", t.prose.text, texts_of(t.aliases), {}};
  }
  Card card_of(const Resource& r) const {
    std::string type = r.type.empty() ? "" : strings_.text("type_" + r.type);
    Card card{"", "", "", std::move(type), r.prose.text, texts_of(r.aliases), {}};
    for (const Creator& by : r.by) card.people.push_back(by.name);
    for (TopicId topic : r.topics) card.people.push_back(site_.topics[topic].title);
    return card;
  }
  Card card_of(const Show& s) const {
    Card card;
    card.summary = s.description;
    for (PersonId host : s.hosts) card.people.push_back(site_.people[host].name);
    return card;
  }
  Card card_of(const StaticPage& page) const { return {"", "", "", "", page.prose.text, {}, {}}; }

  static std::vector<std::string> texts_of(const std::vector<SpokenName>& names) {
    std::vector<std::string> texts;
    for (const SpokenName& name : names) texts.push_back(name.text);
    return texts;
  }

  const Site& site_;
  const Strings& strings_;
};

// Kind by kind, each counted from 0, which makes "topic-3" the ref of a page.
std::vector<Card> cards_of(const Publication& publication, Diagnostics& diag) {
  std::vector<EntityId> entities;
  for (EpisodeId id : numbered_episodes(publication.site())) entities.emplace_back(id);
  for (const Page& page : publication.plan().pages)
    if (page.subject && page.kind != PageKind::episode) entities.push_back(*page.subject);
  std::ranges::stable_sort(entities, {}, &EntityId::index);

  CardMaker make(publication);
  std::vector<Card> cards =
      parallel_map(entities, diag, [&](EntityId id, Diagnostics&) { return make(id); });
  std::vector<Card> chapters;
  for (std::size_t i = 0; i < publication.site().episodes.size(); ++i)
    for (const Chapter& chapter :
         publication.site().episodes[std::get<EpisodeId>(entities[i])].chapters)
      chapters.push_back(CardMaker::of_chapter(chapter, cards[i]));
  std::ranges::move(chapters, std::back_inserter(cards));
  return cards;
}

lunr::Document document_of(const Card& card, std::size_t number) {
  lunr::Document document;
  document.ref = std::string(card.kind) + "-" + std::to_string(number);
  document.fields = {{"title", card.title},
                     {"names", join(card.names, "\n")},
                     {"people", join(card.people, "\n")},
                     {"summary", card.summary},
                     {"text", card.text}};
  document.boost = card.boost;
  return document;
}

Json json_of(const Card& card) {
  Json::Map map{{"kind", card.kind}, {"title", card.title}, {"url", card.url}};
  auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) map.emplace_back(name, text);
  };
  auto add_list = [&](const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty()) map.emplace_back(name, Json::List(texts.begin(), texts.end()));
  };
  add_list("names", card.names);
  add_list("people", card.people);
  add("summary", card.summary);
  add("text", card.text);
  return map;
}

// [number of the first document, file, …]
std::string write_cards(const std::vector<Card>& cards, SearchPart& part, const Staging& staging,
                        Diagnostics& diag) {
  constexpr std::size_t enough = 2'000;
  std::string list = "[", chunk;
  std::size_t first = 0;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    chunk += (chunk.empty() ? "[" : ",") + format_json(json_of(cards[i]));
    if (chunk.size() < enough && i + 1 < cards.size()) continue;
    if (first > 0) list += ',';
    list += std::to_string(first) + ",\"" +
            add_search_file(part, "cards", chunk + "]", staging, diag) + '"';
    first = i + 1;
    chunk.clear();
  }
  return list + "]";
}

}  // namespace

SearchPart write_page_index(const Publication& publication, Diagnostics& diag) {
  std::vector<Card> cards = cards_of(publication, diag);
  std::vector<lunr::Document> documents;
  std::size_t number = 0;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    number = i > 0 && cards[i].kind == cards[i - 1].kind ? number + 1 : 0;
    documents.push_back(document_of(cards[i], number));
  }
  lunr::Builder builder(index_settings(publication.config()));
  builder.add(builder.analyze(documents));
  // Every query asks both indexes: the part that is read first is cut smaller.
  SearchPart part =
      write_shards(std::move(builder), "pages", lunr::shard_size / 3, publication.staging, diag);
  std::string list = write_cards(cards, part, publication.staging, diag);
  part.manifest = "{" + part.manifest + ",\"cards\":" + list + "}";
  return part;
}

}  // namespace kbgen
