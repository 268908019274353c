// Which pages there will be, and where old paths lead.

#include "model/plan.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

Topic topic(const std::string& slug, std::vector<std::string> old_paths = {}) {
  Topic topic;
  topic.slug = slug;
  topic.origin.path = "content/topics/" + slug + ".md";
  for (std::string& path : old_paths) topic.old_paths.push_back({std::move(path), {}});
  return topic;
}

// "kind at path", a line for each page.
std::string pages_of(const Plan& plan) {
  std::string lines;
  for (const Page& page : plan.pages)
    lines += std::string(name_of(page.kind)) + " at /" + page.path + "\n";
  return lines;
}

std::string report_of(const Diagnostics& diag) {
  std::string lines;
  for (const Diagnostic& found : diag.all()) lines += found.code + ": " + found.message + "\n";
  return lines;
}

}  // namespace

TEST_CASE("plan_pages begins with what every site has, then has a page for each entity") {
  Site site;
  site.topics.add(topic("mills"));
  site.shows.add({});
  Person person;
  person.slug = "ada";
  site.people.add(person);
  Version version;
  version.path = "topics/mills/v/2026-11-21-5f3a0c81d2e4/";
  site.versions.add(version);
  Diagnostics diag;
  Plan plan = plan_pages(site, Links(), Map(), Lock(), diag);
  CHECK(pages_of(plan) ==
        "home at /\n"
        "episodes at /episodes/\n"
        "guests at /guests/\n"
        "topics at /topics/\n"
        "resources at /resources/\n"
        "search at /search/\n"
        "not_found at /404.html\n"
        "show at /shows//\n"
        "guest at /guests/ada/\n"
        "topic at /topics/mills/\n"
        "version at /topics/mills/v/2026-11-21-5f3a0c81d2e4/\n");
  CHECK(report_of(diag) == "");
  CHECK(plan.pages[8].subject == EntityId(PersonId{0}));
  CHECK(source_of(site, plan.pages[9]) == "content/topics/mills.md");
}

TEST_CASE("plan_pages has a map only where something is on it") {
  Map map;
  map.nodes.emplace_back();
  Diagnostics diag;
  Plan plan = plan_pages(Site(), Links(), map, Lock(), diag);
  CHECK(plan.pages.back().kind == PageKind::map);
  CHECK(plan.pages.back().path == "map/");
}

TEST_CASE("plan_pages lets old paths lead to their page") {
  Site site;
  site.topics.add(topic("mills", {"/old/mills/", "wind.html"}));
  Diagnostics diag;
  Plan plan = plan_pages(site, Links(), Map(), Lock(), diag);
  REQUIRE(plan.redirects.size() == 2);
  CHECK(plan.redirects[0].from == "old/mills/");
  CHECK(plan.redirects[1].from == "wind.html");
  CHECK(plan.redirects[0].to == Whole(EntityId(TopicId{0})));
  CHECK(report_of(diag) == "");
}

TEST_CASE("plan_pages reports old paths that are pages, stand twice or are none of the site") {
  Site site;
  site.topics.add(topic("mills", {"/topics/mills/", "/topics/wind/", "/old/", "https://x.org/"}));
  site.topics.add(topic("wind", {"/old/"}));
  Diagnostics diag;
  Plan plan = plan_pages(site, Links(), Map(), Lock(), diag);
  CHECK(plan.redirects.size() == 1);
  CHECK(report_of(diag) ==
        "alias-clash: '/topics/mills/' is this page itself\n"
        "alias-clash: '/topics/wind/' is a page, so it cannot lead to another\n"
        "bad-alias: 'https://x.org/' is not a path of this site\n"
        "alias-clash: '/old/' stands twice among old paths\n");
}

}  // namespace kbgen
