#include "model/prose.h"

#include <doctest/doctest.h>

#include "model/routes.h"
#include "support/made_knowledge.h"

namespace kbgen {

TEST_CASE("resolve_prose fills in links, pictures and recordings of every kind of page") {
  MadeKnowledge made(
      {{"guests/ada.md", "---\nname: Ada\nimage: ../a.png\n---\nSee [[Mills]].\n"},
       {"topics/mills.md", "---\ntitle: Mills\n---\nSee [her](../guests/ada.md).\n"},
       {"resources/notes.md", "---\ntitle: Notes\n---\nSee [[Ada]].\n"},
       {"pages/about.md", "---\ntitle: About\n---\nSee [[Notes]].\n"},
       {"episodes/one.md",
        "---\ntitle: One\nimage: ../a.png\naudio: {url: ../a.mp3}\n---\nSee [[About]].\n"}},
      {.config = "title: A\nshows: {evening: {title: Evening, image: a.png}}\n",
       .static_files = {"a.png", "a.mp3"}});
  CHECK(lines_of(made.diag) == "");
  const Site& site = made.site();
  std::string targets;
  for (EntityId id : all_entities(site))
    for (const Prose::Link& link : prose_of(site, id).links)
      targets += slug_of(site, id) + " to " + path_of(site, *link.target.entity) + "\n";
  CHECK(targets ==
        "one to about/\nada to topics/mills/\nmills to guests/ada/\nnotes to guests/ada/\n"
        "about to resources/notes/\n");
  CHECK(site.episodes[{0}].image == "a.png");
  CHECK(site.episodes[{0}].audio->url == "a.mp3");
  CHECK(site.people[{0}].image == "a.png");
  CHECK(site.shows[{0}].image == "a.png");
}

TEST_CASE("resolve_prose reports each reference that leads nowhere at its place") {
  MadeKnowledge made(
      {{"topics/mills.md", "---\ntitle: Mills\n---\nSee [[Loms]].\n"},
       {"episodes/one.md", "---\ntitle: One\nimage: b.png\naudio: {url: ../b.mp3}\n---\n"}},
      {.config = "title: A\nnav: [{title: Gone, url: /gone/}, {title: Map, url: /map/}]\n"});
  CHECK(lines_of(made.diag) ==
        "nowhere/config.yaml:2:26: there is no '/gone/' to link to [broken-link]\n"
        "episodes/one.md:3:8: there is no file 'b.png' [broken-link]\n"
        "episodes/one.md:4:14: there is no file '../b.mp3' [broken-link]\n"
        "topics/mills.md:4:7: nothing is called 'Loms' [unknown-link]\n");
}

}  // namespace kbgen
