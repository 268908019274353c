// Rows for every kind, and what follows from them.

#include "model/kinds.h"

#include <doctest/doctest.h>

#include <set>

#include "model/routes.h"

namespace kbgen {

TEST_CASE("has_row_for_each misses a row that is not there, or not in its place") {
  enum class Size { small, large };
  struct Row {
    Size kind;
  };
  constexpr Row both[] = {{Size::small}, {Size::large}};
  constexpr Row one[] = {{Size::small}};
  constexpr Row turned[] = {{Size::large}, {Size::small}};
  CHECK(has_row_for_each(both, Size::large));
  CHECK(!has_row_for_each(one, Size::large));
  CHECK(!has_row_for_each(turned, Size::large));
}

TEST_CASE("kind_of knows names, pages and lists of each kind of entity") {
  std::string rows;
  for (EntityId id : {EntityId(EpisodeId()), EntityId(PersonId()), EntityId(TopicId()),
                      EntityId(ResourceId()), EntityId(ShowId()), EntityId(StaticPageId())}) {
    const EntityKind& kind = kind_of(id);
    rows += std::string(kind.name) + " at " + std::string(kind.folder) + "/ in " +
            (kind.list ? path_of(*kind.list) : "no list") + "\n";
    // A page about one of a kind is called as the kind is.
    CHECK(name_of(kind.page) == kind.name);
  }
  CHECK(rows ==
        "episode at episodes/ in episodes/\n"
        "guest at guests/ in guests/\n"
        "topic at topics/ in topics/\n"
        "resource at resources/ in resources/\n"
        "show at shows/ in no list\n"
        "page at / in no list\n");
}

TEST_CASE("path_of spells the pages that a site has once, none twice") {
  CHECK(path_of(PageKind::home).empty());
  CHECK(path_of(PageKind::people) == "guests/");
  CHECK(path_of(PageKind::search) == "search/");
  CHECK(path_of(PageKind::not_found) == "404.html");
  std::set<std::string> paths;
  for (const PageKindRow& row : page_kinds) CHECK(paths.insert(path_of(row.kind)).second);
}

TEST_CASE("entities_in are those of a list, in the order of the site") {
  Site site;
  Topic topic;
  topic.slug = "a";
  site.topics.add(topic);
  topic.slug = "b";
  site.topics.add(topic);
  site.shows.add({});
  site.episodes.add({});
  CHECK(entities_in(site, PageKind::topics) == std::vector<EntityId>{TopicId{0}, TopicId{1}});
  CHECK(entities_in(site, PageKind::episodes).size() == 1);
  CHECK(entities_in(site, PageKind::people).empty());
  CHECK(entities_in(site, PageKind::home).empty());
}

TEST_CASE("path_of puts entities into the folder of their kind, pages into the root") {
  Site site;
  Person person;
  person.slug = "ada";
  site.people.add(person);
  Show show;
  show.slug = "evening";
  site.shows.add(show);
  StaticPage page;
  page.slug = "about";
  site.pages.add(page);
  CHECK(path_of(site, PersonId{0}) == "guests/ada/");
  CHECK(path_of(site, ShowId{0}) == "shows/evening/");
  CHECK(path_of(site, StaticPageId{0}) == "about/");
}

}  // namespace kbgen
