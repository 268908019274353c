// Feeds, sitemap and Markdown twins, as programs read them.

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/disk.h"
#include "base/json.h"
#include "base/text.h"
#include "support/gunzip.h"
#include "support/project.h"
#include "support/xml.h"

namespace kbgen {

namespace {

Json json_in(const std::string& path, std::string text) {
  Diagnostics diag;
  SourceFile file{path, std::move(text)};
  std::optional<Json> json = parse_json(file, diag);
  INFO(path, format_diagnostics(diag));
  REQUIRE(json);
  return *json;
}

Json json_of(const std::string& path) { return json_in(path, read_bytes(path)); }

std::size_t count_of(std::string_view text, std::string_view wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the check of XML knows good from bad") {
  CHECK(xml_problem("<?xml version=\"1.0\"?>\n<a b=\"&quot;\"><c/>&#65;&lt;</a>\n") == "");
  for (const char* bad : {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a>&nbsp;</a>", "<a>\x01</a>",
                          "<a b=\"<\"/>", "<a b/>", "<a>&</a>", "<a/>text"}) {
    CAPTURE(bad);
    CHECK(xml_problem(bad) != "");
  }
}

TEST_CASE("every feed and the sitemap are well-formed XML, whatever is in them") {
  TestProject project;
  write_archive(5);
  write_bytes("config.yaml",
              "title: \"A & <b> \\\" ]]>\"\ntheme: plain\nbase_url: https://example.org/a\nshows: "
              "{evening: {}, morning: {}}\n");
  write_bytes("content/guests/odd.md", "---\nname: \"Odd \\u0001\\u0008 & <i>\"\n---\n");
  write_bytes("content/episodes/odd.md",
              "---\ntitle: \"\\u0002 & </feed>\"\nguests: [odd]\nsummary: \"<!-- & \\u000b "
              "-->\"\naudio: {url: \"https://example.org/?a=1&b='\\\"<\", type: \"a&<\"}\n---\n");
  Run run = build_site();
  INFO(run.err);
  REQUIRE(run.status == 0);
  std::size_t checked = 0;
  for (const auto& [path, bytes] : tree_of("site")) {
    if (file_extension(path) != ".xml") continue;
    CAPTURE(path);
    CHECK(xml_problem(bytes) == "");
    ++checked;
  }
  CHECK(checked == 1 + 13 + 12 + 2);
}

TEST_CASE(
    "a feed has its episodes newest first, each with one id of its own, and no more than a "
    "hundred") {
  TestProject project;
  write_archive(110);
  REQUIRE(build_site().status == 0);
  std::string feed = read_bytes("site/feed.xml");
  CHECK(count_of(feed, "<entry>") == 100);
  std::set<std::string> ids;
  std::string last = "9999";
  for (std::size_t at = feed.find("<entry>"); at != feed.npos; at = feed.find("<entry>", at + 1)) {
    std::size_t id = feed.find("<id>", at), updated = feed.find("<updated>", at);
    ids.insert(feed.substr(id, feed.find("</id>", id) - id));
    std::string date = feed.substr(updated + 9, 20);
    CHECK(date <= last);
    last = date;
  }
  CHECK(ids.size() == 100);
  CHECK(ids.begin()->starts_with("<id>https://example.org/archive/episodes/"));
}

TEST_CASE("the sitemap has every page that is for reading, once") {
  TestProject project;
  write_archive(5);
  REQUIRE(build_site().status == 0);
  std::string sitemap = read_bytes("site/sitemap.xml");
  std::size_t pages = 0;
  for (const auto& [path, bytes] : tree_of("site")) {
    if (file_name(path) != "index.html" || path == "search/index.html") continue;
    ++pages;
    std::string folder = path.substr(0, path.size() - std::string("index.html").size());
    CAPTURE(folder);
    CHECK(count_of(sitemap, "<loc>https://example.org/archive/" + folder + "</loc>") == 1);
  }
  CHECK(count_of(sitemap, "<loc>") == pages);
  CHECK(read_bytes("site/robots.txt") ==
        "User-agent: *\nAllow: /\nSitemap: https://example.org/archive/sitemap.xml\n");
}

TEST_CASE("every page for reading has a Markdown twin, and llms.txt leads to those of all things") {
  TestProject project;
  write_archive(5);
  REQUIRE(build_site().status == 0);
  std::string llms = read_bytes("site/llms.txt");
  CHECK(llms.starts_with("# An archive\n\n"));
  for (const auto& [path, bytes] : tree_of("site")) {
    if (file_name(path) != "index.html" || path == "search/index.html") continue;
    std::string twin = path.substr(0, path.size() - 4) + "md";
    CAPTURE(twin);
    std::string text = read_bytes("site/" + twin);
    CHECK((text.starts_with("# ") || text.starts_with("---\n# Below the first heading")));
    bool thing = split(path, '/').size() == 3 && !path.starts_with("shows/");
    if (thing) CHECK(llms.find("(https://example.org/archive/" + twin + ")") != std::string::npos);
  }
}

TEST_CASE("the links of Markdown twins lead to files that are there") {
  TestProject project;
  write_archive(5);
  REQUIRE(build_site().status == 0);
  std::size_t checked = 0;
  for (const auto& [path, bytes] : tree_of("site")) {
    if (file_name(path) != "index.md") continue;
    for (std::size_t at = bytes.find("]("); at != bytes.npos; at = bytes.find("](", at + 1)) {
      std::string target = bytes.substr(at + 2, bytes.find(')', at) - at - 2);
      CAPTURE(path);
      CAPTURE(target);
      // A moment is a place of a page, not of its twin.
      std::size_t fragment = std::min(target.find('#'), target.size());
      std::string file =
          target.substr(0, fragment) + (fragment < target.size() ? "index.html" : "");
      CHECK(exists(join_path("site", join_path(parent_path(path), file))));
      ++checked;
    }
  }
  CHECK(checked > 50);
}

TEST_CASE("every page that search shows is there, each once") {
  TestProject project;
  write_archive(5);
  REQUIRE(build_site().status == 0);
  std::set<std::string> urls;
  Json manifest = json_of("site/search/manifest.json");
  for (const Json& digest : *manifest.find("pages")->find("cardPacks")->list()) {
    std::string parts = gunzip(read_bytes("site/search/cards/" + *digest.text() + ".bin"));
    Json cards = json_in(*digest.text(), replace_all(parts, "}][{", "},{"));
    for (const Json& card : *cards.list()) {
      std::string url = *card.find("url")->text();
      std::string page = url.substr(0, url.find('#'));
      CHECK(exists("site/" + page + "index.html"));
      CHECK(urls.insert(url).second);
    }
  }
  CHECK(urls.size() >= 5 + 12 + 12 + 12 + 2);
}

}  // namespace kbgen
