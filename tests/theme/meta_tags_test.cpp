#include "theme/meta_tags.h"

#include <doctest/doctest.h>

#include <set>

#include "support/made_publication.h"

namespace kbgen {

namespace {

// All values that a page has for a tag, each with a bar behind it.
std::string values(const View& view, std::string_view name) {
  std::string all;
  for (const MetaTag& tag : meta_tags(view))
    if (tag.name == name) all += tag.content + "|";
  return all;
}

MadeSettings settings() {
  return {.config = "title: T\nlanguage: de-AT\nbase_url: https://example.org/kb\n"};
}

const std::vector<TextFile>& files() {
  static const std::vector<TextFile> all = {
      {"episodes/talk.md",
       "---\ntitle: Talk\ndate: 2020-03\nnumber: 7\nhosts: [ada]\nguests: [bob]\ntopics: [mills]\n"
       "audio: {url: \"https://x.example/a.mp3\", duration: \"1:02:03\"}\nlicense: CC0\n---\n"},
      {"guests/ada.md", "---\nname: Ada King Lovelace\n---\n"},
      {"guests/bob.md", "---\nname: Bob\n---\n"},
      {"topics/mills.md", "---\ntitle: Mills\nupdated: 2024-05-06\n---\n"}};
  return all;
}

}  // namespace

TEST_CASE("an episode is a podcast with its people, its length and its licence") {
  MadePublication made(files(), settings());
  View view = made.view("episodes/talk/");
  CHECK(values(view, "z:itemType") == "podcast|");
  CHECK(values(view, "z:podcasters") == "Lovelace, Ada King|");
  CHECK(values(view, "z:guests") == "Bob|");
  CHECK(values(view, "dcterms.creator") == "Ada King Lovelace|");
  CHECK(values(view, "z:runningTime") == "1:02:03|");
  CHECK(values(view, "z:episodeNumber") == "7|");
  CHECK(values(view, "dcterms.rights") == "CC0|");
  CHECK(values(view, "article:tag") == "Mills|");
  CHECK(values(view, "og:audio") == "https://x.example/a.mp3|");
  CHECK(values(view, "og:locale") == "de_AT|");
}

TEST_CASE("Open Graph gets no date without a day, others as much as is known") {
  MadePublication made(files(), settings());
  CHECK(values(made.view("episodes/talk/"), "dcterms.issued") == "2020-03|");
  CHECK(values(made.view("episodes/talk/"), "article:published_time") == "");
  CHECK(values(made.view("topics/mills/"), "article:modified_time") == "2024-05-06|");
}

TEST_CASE("Zotero gets a space for a date that nobody knows, and 404.html no tag at all") {
  MadePublication made({{"pages/about.md", "---\ntitle: About\n---\n"}}, settings());
  CHECK(values(made.view("about/"), "z:date") == " |");
  CHECK(values(made.view("about/"), "og:type") == "article|");
  CHECK(values(made.view(""), "og:type") == "website|");
  CHECK(meta_tags(made.view("404.html")).empty());
}

TEST_CASE("no tag of any page is empty") {
  MadePublication made(files());
  for (const Page& page : made.known.plan.pages)
    for (const MetaTag& tag : meta_tags(View(made.publication, page))) {
      CAPTURE(page.path);
      CAPTURE(tag.name);
      CHECK(tag.content != "");
    }
}

}  // namespace kbgen
