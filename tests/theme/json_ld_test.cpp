#include "theme/json_ld.h"

#include <doctest/doctest.h>

#include "base/json.h"
#include "base/text.h"
#include "support/made_publication.h"
#include "theme/json_ld_things.h"

namespace kbgen {

namespace {

std::vector<TextFile> files() {
  return {{"episodes/talk.md",
           "---\ntitle: \"Talk </script>\"\ndate: 2020-03-01\nshow: evening\nhosts: [ada]\n"
           "guests: [bob]\ntopics: [mills]\nlicense: CC-BY-4.0\n---\n" +
               captions_of({"<v Ada>One.", "<v Bob>Two."})},
          {"guests/ada.md", "---\nname: Ada\nsame_as: [\"https://x.example/\"]\n---\n"},
          {"guests/bob.md", "---\nname: Bob\n---\n"},
          {"pages/about.md", "---\ntitle: About\n---\n"},
          {"resources/notes.md", "---\ntitle: Notes\ntype: book\n---\n"},
          {"topics/mills.md", "---\ntitle: Mills\n---\n"}};
}

MadeSettings settings() {
  return {.config =
              "title: T\nbase_url: https://example.org/kb\nshows: {evening: {title: Evening}}\n"};
}

// The tree of a page, undone from its escapes for <script>.
Json tree_of(const View& view) {
  std::optional<Json> tree = read_json(json_ld(view));
  REQUIRE(tree);
  return *tree;
}

}  // namespace

TEST_CASE("every page but 404.html is described, and no description ends its <script>") {
  MadePublication made(files(), settings());
  for (const Page& page : made.known.plan.pages) {
    CAPTURE(page.path);
    std::string text = json_ld(View(made.publication, page));
    CHECK((text == "") == (page.kind == PageKind::not_found));
    CHECK(text.find("</") == std::string::npos);
    if (!text.empty()) CHECK(read_json(text));
  }
}

TEST_CASE("each kind of things has its type of schema.org, a resource that of its own type") {
  MadePublication made(files(), settings());
  std::string types;
  for (EntityId id : all_entities(made.site()))
    types += std::string(schema_type(made.site(), id)) + " ";
  CHECK(types == "PodcastEpisode Person Person DefinedTerm Book PodcastSeries WebPage ");
}

TEST_CASE("an episode is inside the description of its page, with its people and its show") {
  MadePublication made(files(), settings());
  std::string text =
      format_json(Json(describe_thing(made.view("episodes/talk/"), made.episode("talk"))));
  for (const char* part : {R"("@type":"PodcastEpisode")", R"("datePublished":"2020-03-01")",
                           R"("url":"https://example.org/kb/episodes/talk/")", R"("name":"Ada")",
                           R"("name":"Bob")", R"("name":"Evening")"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(*tree_of(made.view("episodes/talk/")).find("@context")->text() == "https://schema.org");
}

TEST_CASE("a reference is type, address and name; of many only the first dozen are named") {
  MadePublication made(files(), settings());
  View view = made.view("");
  CHECK(format_json(Json(reference_to(view, made.topic("mills")))).find("DefinedTerm") !=
        std::string::npos);
  CHECK(references_to(view, std::vector<TopicId>(13, made.topic("mills"))).size() == 12);
  CHECK(references_to(view, std::vector<TopicId>()).empty());
}

}  // namespace kbgen
