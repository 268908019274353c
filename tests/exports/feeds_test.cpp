// Atom feeds of the site, of people and of topics.

#include <doctest/doctest.h>

#include "support/made_publication.h"
#include "support/xml.h"

namespace kbgen {

namespace {

std::vector<TextFile> files() {
  return {{"episodes/a.md",
           "---\ntitle: \"A & <b>\"\ndate: 2024-01-02\nguests: [ada]\ntopics: [mills]\n"
           "audio: {url: \"https://x.example/?a=1&b=2\", length: 12}\n---\n"},
          {"episodes/b.md", "---\ntitle: B\ndate: 2020-01-02\n---\n" +
                                captions_of({"<v Zoe Field>Mills.", "<v Zoe Field>Yes."})},
          {"episodes/undated.md", "---\ntitle: Undated\n---\n"},
          {"guests/ada.md", "---\nname: Ada\n---\n"},
          {"topics/mills.md", "---\ntitle: Mills\n---\n"},
          {"topics/quiet.md", "---\ntitle: Quiet\n---\n"}};
}

std::size_t count_of(std::string_view text, std::string_view wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("there is a feed for the site, each person and each topic, all well-formed") {
  MadePublication made(files(),
                       {.config = "title: \"T & <t>\"\nbase_url: https://example.org/kb\n"});
  std::map<std::string, std::string> feeds = made.made_by(export_named("feeds"));
  for (const auto& [path, bytes] : feeds) {
    CAPTURE(path);
    CHECK(xml_problem(bytes) == "");
  }
  CHECK(feeds.size() == 1 + 2 + 2);
  CHECK(count_of(feeds.at("feed.xml"), "<entry>") == 2);
  CHECK(feeds.at("feed.xml").find("<updated>2024-01-02T00:00:00Z</updated>") != std::string::npos);
  CHECK(count_of(feeds.at("guests/ada/feed.xml"), "<entry>") == 1);
}

TEST_CASE("the feed of a topic has what names it and what mentions it; an empty one has no day") {
  MadePublication made(files());
  std::map<std::string, std::string> feeds = made.made_by(export_named("feeds"));
  CHECK(count_of(feeds.at("topics/mills/feed.xml"), "<entry>") == 2);
  CHECK(count_of(feeds.at("topics/quiet/feed.xml"), "<updated>") == 0);
}

TEST_CASE("without base_url ids are URNs and addresses are relative to the feed") {
  MadePublication made(files());
  std::string feed = made.made_by(export_named("feeds")).at("topics/mills/feed.xml");
  CHECK(feed.find("<id>urn:kbgen:episodes/a/</id>") != std::string::npos);
  CHECK(feed.find("<link href=\"../../episodes/a/index.html\"/>") != std::string::npos);
  CHECK(feed.find("href=\"https://x.example/?a=1&amp;b=2\"") != std::string::npos);
}

}  // namespace kbgen
