#include "model/site.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

Site one_of_each() {
  Site site;
  Episode episode;
  episode.title = "An episode";
  episode.prose.text = "notes";
  site.episodes.add(episode);
  Person person;
  person.name = "Ada Lovelace";
  person.slug = "ada";
  person.prose.text = "about her";
  site.people.add(person);
  Topic topic;
  topic.title = "A topic";
  topic.origin.path = "content/topics/a.md";
  site.topics.add(topic);
  Resource resource;
  resource.title = "A resource";
  resource.old_paths = {{"/old/", {}}};
  site.resources.add(resource);
  Show show;
  show.title = "A show";
  site.shows.add(show);
  StaticPage page;
  page.title = "A page";
  page.prose.text = "body";
  site.pages.add(page);
  return site;
}

}  // namespace

TEST_CASE("a table tells each row its id") {
  Table<Topic> topics;
  CHECK(topics.add({}) == TopicId{0});
  CHECK(topics.add({}) == TopicId{1});
  CHECK(topics[{1}].id == TopicId{1});
}

TEST_CASE("all_entities and title_of know every kind, a person by name") {
  Site site = one_of_each();
  std::string titles;
  for (EntityId id : all_entities(site)) titles += title_of(site, id) + "; ";
  CHECK(titles == "An episode; Ada Lovelace; A topic; A resource; A show; A page; ");
}

TEST_CASE(
    "with_entity hands over the entity that an id is for, and what the function makes of it") {
  Site site = one_of_each();
  auto address = [](const auto& one) { return static_cast<const void*>(&one); };
  CHECK(with_entity(site, TopicId{0}, address) == &site.topics[{0}]);
  CHECK(with_entity(site, ShowId{0}, address) == &site.shows[{0}]);
  const std::string& slug = with_entity(
      site, PersonId{0}, [](const auto& one) -> const std::string& { return one.slug; });
  CHECK(&slug == &site.people[{0}].slug);
}

TEST_CASE("slug_of, prose_of, source_of and old_paths_of ask the entity of any kind") {
  Site site = one_of_each();
  CHECK(slug_of(site, PersonId{0}) == "ada");
  CHECK(prose_of(site, EpisodeId{0}).text == "notes");
  CHECK(prose_of(site, PersonId{0}).text == "about her");
  CHECK(prose_of(site, StaticPageId{0}).text == "body");
  CHECK(prose_of(site, ShowId{0}).empty());
  CHECK(source_of(site, TopicId{0}) == "content/topics/a.md");
  CHECK(old_paths_of(site, ResourceId{0}).size() == 1);
  CHECK(old_paths_of(site, TopicId{0}).empty());
}

}  // namespace kbgen
