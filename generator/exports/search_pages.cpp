// Writes the index of pages: everything with a page of its own, and the chapters of episodes. What
// a result shows of each is in small files of "cards".

#include <algorithm>
#include <iterator>

#include "base/gzip.h"
#include "base/parallel.h"
#include "base/text.h"
#include "exports/search_packs.h"
#include "lunr/compounds.h"
#include "model/routes.h"

namespace kbgen {

namespace {

// How much a match counts, by kind, in the order of entity_kinds: episode, person, topic, resource,
// show, page. A search for a name should find the page about it first, before chapters.
constexpr double boosts[] = {1.0, 1.5, 1.5, 1.5, 1.25, 1.0};
static_assert(std::size(boosts) == std::size(entity_kinds));
constexpr double boost_of_chapters = 0.5;

// What is searched and shown of a page or chapter. A result shows `summary` below the title; `text`
// is searched, too, and shown as an excerpt. `picture` is the path of a small one.
struct Card {
  std::string_view kind;
  std::string title, url, summary, text, picture;
  std::vector<std::string> names;   // aliases; of an episode its topics and resources
  std::vector<std::string> people;  // who takes part or made it; its show, a resource's topics
  double boost = boost_of_chapters;
};

lunr::Settings index_settings(const Config& config) {
  return search_settings(config,
                         {{"title", 8}, {"names", 6}, {"people", 3}, {"summary", 2}, {"text", 1}});
}

class CardMaker {
 public:
  explicit CardMaker(const Publication& publication)
      : site_(publication.site()), strings_(publication.strings()), sized_(publication.sized) {}

  Card operator()(EntityId id) const {
    Card card = with_entity(site_, id, [&](const auto& one) { return card_of(one); });
    card.kind = kind_of(id).name;
    card.boost = boosts[id.index()];
    card.title = title_of(site_, id);
    card.url = path_of(site_, id);
    card.picture = smallest_square(sized_, picture_of(site_, id));
    return card;
  }

  static Card of_chapter(const Chapter& chapter, const Card& episode) {
    std::string url = episode.url;
    if (!chapter.fragment.empty()) url += "#" + chapter.fragment;
    return {"chapter", chapter.title, std::move(url), "", "", episode.picture, {}, {}};
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
    return {"", "", "", p.role, p.prose.text, "", texts_of(p.aliases), {}};
  }
  Card card_of(const Topic& t) const {
    return {"", "", "", "", t.prose.text, "", texts_of(t.aliases), {}};
  }
  Card card_of(const Resource& r) const {
    std::string type = r.type.empty() ? "" : strings_.text("type_" + r.type);
    Card card{"", "", "", std::move(type), r.prose.text, "", texts_of(r.aliases), {}};
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
  Card card_of(const StaticPage& page) const {
    return {"", "", "", "", page.prose.text, "", {}, {}};
  }

  static std::vector<std::string> texts_of(const std::vector<SpokenName>& names) {
    std::vector<std::string> texts;
    for (const SpokenName& name : names) texts.push_back(name.text);
    return texts;
  }

  const Site& site_;
  const Strings& strings_;
  const SizedPictures& sized_;
};

// The cards of one entity: its own, and those of the chapters of an episode.
struct EntityCards {
  Card own;
  std::vector<Card> chapters;
};

EntityCards cards_of(const CardMaker& make, const Site& site, EntityId id) {
  EntityCards cards{make(id), {}};
  if (auto* episode = std::get_if<EpisodeId>(&id))
    for (const Chapter& chapter : site.episodes[*episode].chapters)
      cards.chapters.push_back(CardMaker::of_chapter(chapter, cards.own));
  return cards;
}

// All cards, kind by kind, chapters last. Documents are numbered from 0 within each kind, so that
// the ref of a document is "topic-3".
std::vector<Card> cards_of(const Publication& publication, Diagnostics& diag) {
  std::vector<EntityId> entities;
  for (EpisodeId id : numbered_episodes(publication.site())) entities.emplace_back(id);
  for (const Page& page : publication.plan().pages)
    if (page.subject && page.kind != PageKind::episode) entities.push_back(*page.subject);
  std::ranges::stable_sort(entities, {}, &EntityId::index);

  CardMaker make(publication);
  std::vector<Card> cards, chapters;
  for (EntityCards& some : parallel_map(entities, diag, [&](EntityId id, Diagnostics&) {
         return cards_of(make, publication.site(), id);
       })) {
    cards.push_back(std::move(some.own));
    std::ranges::move(some.chapters, std::back_inserter(chapters));
  }
  std::ranges::move(chapters, std::back_inserter(cards));
  return cards;
}

lunr::Document document_of(const Card& card, std::size_t number) {
  lunr::Document document;
  document.ref = std::string(card.kind) + "-" + std::to_string(number);
  std::string names = join(card.names, "\n");
  // A compound with a hyphen is a name of the page as one word, too.
  std::string compounds = lunr::compounds_in(card.title + "\n" + names);
  document.fields = {{"title", card.title},
                     {"names", names + "\n" + compounds},
                     {"people", join(card.people, "\n")},
                     {"summary", card.summary},
                     {"text", card.text}};
  document.boost = card.boost;
  return document;
}

void write_card(JsonWriter& out, const Card& card) {
  auto add = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) out.key(name).text(text);
  };
  auto add_list = [&](std::string_view name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    out.key(name).begin_list();
    for (const std::string& text : texts) out.text(text);
    out.end_list();
  };
  out.begin_map().key("kind").text(card.kind).key("title").text(card.title);
  out.key("url").text(card.url);
  add_list("names", card.names);
  add_list("people", card.people);
  add("summary", card.summary);
  add("text", card.text);
  add("picture", card.picture);
  out.end_map();
}

// Writes cards in parts of some 2,000 bytes. The manifest gets two lists: in `cards` two numbers
// for each part, how many cards it has and its size, and in `cardPacks` the packs.
void write_cards(const std::vector<Card>& cards, SearchPart& part, JsonWriter& manifest,
                 const Staging& staging, Diagnostics& diag) {
  constexpr std::size_t enough = 2'000;  // bytes
  PackWriter packs("cards", part, staging, diag);
  manifest.key("cards").begin_list();
  for (std::size_t i = 0; i < cards.size();) {
    std::size_t first = i;
    JsonWriter chunk;
    chunk.begin_list();
    while (i < cards.size() && chunk.size() < enough) write_card(chunk, cards[i++]);
    manifest.number(i - first);
    manifest.number(packs.add(gzip(chunk.end_list().take())));
  }
  manifest.end_list().key("cardPacks").begin_list();
  for (const std::string& digest : packs.finish()) manifest.text(digest);
  manifest.end_list();
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
  // Every query reads both indexes, and this one first: its shards are smaller, so it answers
  // sooner.
  JsonWriter manifest;
  manifest.begin_map();
  SearchPart part = write_shards(std::move(builder), "pages", lunr::shard_size / 3, manifest,
                                 publication.staging, diag);
  write_cards(cards, part, manifest, publication.staging, diag);
  write_translations(publication.site(), manifest);
  part.manifest = manifest.end_map().take();
  return part;
}

}  // namespace kbgen
