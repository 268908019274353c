// Feeds as they are, and as somebody would send them who means harm.

#include <doctest/doctest.h>

#include <random>

#include "base/encoding.h"
#include "base/text.h"
#include "formats/transcript_formats.h"
#include "start/feed_episodes.h"
#include "start/html_to_markdown.h"
#include "start/read_feed.h"

namespace kbgen {

namespace {

std::string rss(std::string_view items, std::string_view namespaces = "") {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"" + std::string(namespaces) +
         "><channel><title>T</title>" + std::string(items) + "</channel></rss>";
}

std::optional<Feed> read(const std::string& text, std::string* report = nullptr) {
  SourceFile file{"feed.xml", text};
  Diagnostics diag;
  std::optional<Feed> feed = read_feed(file, diag);
  if (report) *report = format_diagnostics(diag);
  CHECK(feed.has_value() == !diag.has_errors());
  return feed;
}

// The first line of what is said.
std::string report_on(const std::string& text) {
  std::string report;
  read(text, &report);
  return report.substr(0, report.find('\n'));
}

FeedEpisode only(std::string_view inside, std::string_view namespaces = "") {
  std::optional<Feed> feed = read(rss("<item>" + std::string(inside) + "</item>", namespaces));
  REQUIRE(feed);
  REQUIRE(feed->episodes.size() == 1);
  return feed->episodes[0];
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("an episode's facts are read, whatever prefixes its feed has") {
  FeedEpisode episode = only(
      "<title>One &amp; two</title><it:season>2</it:season><it:episode>12</it:episode>"
      "<it:duration>3723</it:duration><pubDate>Sun, 01 Mar 2020 18:00:00 +0100</pubDate>"
      "<enclosure url=\"https://e.org/1.mp3\" type=\"audio/mpeg\" length=\"1000\"/>"
      "<p:person role=\"Guest\" href=\"https://e.org/ada\"> Ada  Lovelace </p:person>"
      "<p:person>Bob</p:person><p:transcript url=\"https://e.org/1.vtt\" type=\"text/vtt\"/>"
      "<p:chapters url=\"https://e.org/1.json\"/>",
      " xmlns:it=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
      " xmlns:p=\"https://podcastindex.org/namespace/1.0\"");
  CHECK(episode.title == "One & two");
  CHECK(episode.season == 2);
  CHECK(episode.number == 12);
  CHECK(format_timecode(episode.duration.value()) == "1:02:03");
  CHECK(format_date_iso(episode.date.value()) == "2020-03-01");
  CHECK(episode.media_url == "https://e.org/1.mp3");
  CHECK(episode.media_type == "audio/mpeg");
  CHECK(episode.media_length == 1000);
  REQUIRE(episode.people.size() == 2);
  CHECK(episode.people[0].name == "Ada Lovelace");
  CHECK(episode.people[0].role == "guest");
  CHECK(episode.people[0].url == "https://e.org/ada");
  CHECK(episode.people[1].role == "host");
  CHECK(episode.transcripts[0].url == "https://e.org/1.vtt");
  CHECK(episode.chapters_url == "https://e.org/1.json");
}

TEST_CASE("the longest text is the notes, a short one the summary, no words are left behind") {
  FeedEpisode one = only(
      "<description>Short.</description><itunes:subtitle>Short.</itunes:subtitle>"
      "<content:encoded>&lt;p&gt;Long and &lt;b&gt;winding&lt;/b&gt;.&lt;/p&gt;</content:encoded>");
  CHECK(one.summary == "Short.");
  CHECK(one.notes == "<p>Long and <b>winding</b>.</p>");
  std::string long_text = repeated("word ", 100);
  FeedEpisode two = only("<description>" + long_text + "</description><itunes:summary>" +
                         long_text + "and others</itunes:summary><content:encoded>" + long_text +
                         long_text + "</content:encoded>");
  CHECK(two.summary == "");
  CHECK(count_words(plain_text(two.notes)) == 200 + 102);
}

TEST_CASE("what leads nowhere safe is left out") {
  FeedEpisode episode = only(
      "<title>T</title><link>javascript:alert(1)</link><enclosure url=\"file:///etc/passwd\" "
      "length=\"-3\"/><podcast:transcript url=\"../../x\" type=\"text/vtt\"/>"
      "<itunes:episode>-7</itunes:episode><itunes:duration>ages</itunes:duration>");
  CHECK(episode.link == "");
  CHECK(episode.media_url == "");
  CHECK(episode.media_length == 0);
  CHECK(episode.transcripts.empty());
  CHECK(!episode.number);
  CHECK(!episode.duration);
}

TEST_CASE("what is no feed is told from one") {
  CHECK(report_on("") ==
        "feed.xml:1:1: error: this is no XML, or not all of it: no document "
        "element found [bad-feed]");
  CHECK(report_on("<!DOCTYPE html><html><body>hi") ==
        "feed.xml:1:1: error: this is a web page, no feed [bad-feed]");
  CHECK(report_on("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>") ==
        "feed.xml:1:1: error: there is no episode in this feed [bad-feed]");
  CHECK(report_on("<opml/>") ==
        "feed.xml:1:1: error: this is XML, but no feed: it begins with <opml> [bad-feed]");
  CHECK(report_on("<rss/>") == "feed.xml:1:1: error: this feed has no <channel> [bad-feed]");
  CHECK(report_on(rss("")) == "feed.xml:1:1: error: there is no episode in this feed [bad-feed]");
  CHECK(report_on("{\"version\": 1}").find("[bad-feed]") != std::string::npos);
}

TEST_CASE("entities that a feed defines are not even read") {
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\">";
  for (char c = 'b'; c < 'k'; ++c)
    laughs += std::string("<!ENTITY ") + c + " \"" +
              repeated(std::string("&") + char(c - 1) + ";", 10) + "\">";
  laughs += "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
  CHECK(report_on(laughs + "<rss><channel><item><title>&j;&x;</title></item></channel></rss>") ==
        "feed.xml:1:1: error: this feed defines entities of its own, which no feed needs "
        "[bad-feed]");
}

TEST_CASE("a feed that is cut anywhere is named") {
  std::string feed =
      rss("<item><title>A &amp; b</title><description><![CDATA[<p>x</p>]]></description>"
          "<enclosure url=\"https://e.org/1.mp3\"/></item><!-- c --><item><title>2</title></item>");
  for (std::size_t i = 0; i < feed.size(); ++i) {
    CAPTURE(i);
    CHECK(report_on(feed.substr(0, i)).find("[bad-feed]") != std::string::npos);
  }
}

TEST_CASE("a feed that is damaged anyhow is read or named, and its episodes are files") {
  const std::string feed =
      rss("<item><title>A &amp; b</title><description><![CDATA[<p>x <a href='https://e.org/'>y</a>"
          "<ul><li>z</li></ul>]]></description><enclosure url=\"https://e.org/1.mp3\"/>"
          "<podcast:person role=\"guest\">Ada Lovelace</podcast:person><itunes:duration>1:02</"
          "itunes:duration><pubDate>Sun, 01 Mar 2020 18:00:00 GMT</pubDate></item>");
  std::mt19937 random(1);
  const std::string signs = "<>&;\"'/![]-=0a \n\xff";
  for (int i = 0; i < 3000; ++i) {
    SourceFile file{"feed.xml", feed};
    for (int edits = 0; edits < 3; ++edits) {
      std::size_t at = random() % file.text.size();
      if (random() % 2)
        file.text[at] = signs[random() % signs.size()];
      else
        file.text.erase(at, random() % 9);
    }
    Diagnostics diag;
    std::optional<Feed> read = read_feed(decode_source("feed.xml", file.text, diag), diag);
    if (!read) continue;
    KnownPeople people({});
    Config config;
    Records records;
    ImportedFeed imported =
        import_feed(*read, {config, records, {}, "content", *parse_date("2026-01-01")}, {}, people);
    for (const ImportedEpisode& episode : imported.episodes)
      CHECK(obstacles_to(episode.files, "nowhere").empty());
  }
}

TEST_CASE("depth and length are no danger") {
  constexpr int many = 200'000;
  CHECK(read(rss("<item><description>" + repeated("<a>", many) + "w" + repeated("</a>", many) +
                 "</description></item>"))
            ->episodes[0]
            .notes == "w");
}

TEST_CASE("letters that are none are no letters of a title") {
  CHECK(only("<title>a&#1;b&#xD800;c</title>").title.starts_with("ab"));
}

TEST_CASE("notes with times are notes, not a transcript") {
  Feed feed;
  FeedEpisode one, two;
  one.title = "One";
  one.notes = "0:00 Welcome to the show\n1:20 The mill turns\n12:30 Links and farewell";
  two.title = "Two";
  two.notes = "<p><b>Ada:</b> Does it?</p><p><b>Bob:</b> It does.</p><p><b>Ada:</b> Good.</p>";
  feed.episodes = {one, two};
  Config config;
  Records records;
  KnownPeople people({});
  ImportedFeed imported =
      import_feed(feed, {config, records, {}, "content", *parse_date("2026-01-01")}, {}, people);
  REQUIRE(imported.episodes.size() == 2);
  for (const ImportedEpisode& episode : imported.episodes) {
    const std::string& text = episode.files[0].text;
    CAPTURE(text);
    std::string body = text.substr(text.find("---\n\n") + 5);
    CHECK(recognize_format(body)->name == "plain");
  }
  CHECK(imported.episodes[0].files[0].text.ends_with(
      "- 0:00 Welcome to the show\n- 1:20 The mill turns\n- 12:30 Links and farewell\n"));
}

TEST_CASE("numbers of letters are letters, wherever a feed has them") {
  FeedEpisode episode = only(
      "<title>It&#8217;s Ada&#x2019;s</title><description><![CDATA[<p>It&#8217;s AT&amp;T &#038; "
      "co "
      "[&#8230;]</p>]]></description>");
  CHECK(episode.title == "It’s Ada’s");
  CHECK(html_to_markdown(episode.notes) == "It’s AT&T & co \\[…\\]\n");
}

TEST_CASE("an Atom feed is read, whatever type its texts have") {
  std::optional<Feed> feed = read(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Maps</title><subtitle>Of all</subtitle>"
      "<link href=\"https://e.org/\"/><author><name>Ada</name></author>"
      "<entry><title type=\"html\">Rivers &amp;amp; lakes</title>"
      "<link rel=\"enclosure\" href=\"https://e.org/1.mp3\" type=\"audio/mpeg\" length=\"9\"/>"
      "<link rel=\"alternate\" "
      "href=\"https://e.org/1\"/><published>2020-03-01T18:00:00Z</published>"
      "<updated>2021-01-01T00:00:00Z</updated><summary>Short &lt;b&gt;.</summary>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Long and "
      "<b>winding</b>, &amp;c.</p></div></content></entry></feed>");
  REQUIRE(feed);
  CHECK(feed->title == "Maps");
  CHECK(feed->author == "Ada");
  CHECK(feed->description == "Of all");
  CHECK(feed->link == "https://e.org/");
  REQUIRE(feed->episodes.size() == 1);
  const FeedEpisode& episode = feed->episodes[0];
  CHECK(episode.title == "Rivers & lakes");
  CHECK(episode.link == "https://e.org/1");
  CHECK(episode.media_url == "https://e.org/1.mp3");
  CHECK(episode.media_length == 9);
  CHECK(format_date_iso(episode.date.value()) == "2020-03-01");
  CHECK(episode.summary == "Short <b>.");
  CHECK(html_to_markdown(episode.notes) == "Long and **winding**, &c.\n");
  std::optional<Feed> prefixed = read(
      "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>One</a:title></a:entry>"
      "</a:feed>");
  REQUIRE(prefixed);
  CHECK(prefixed->episodes[0].title == "One");
}

}  // namespace kbgen
