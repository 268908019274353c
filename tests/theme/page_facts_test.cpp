#include "theme/page_facts.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "support/made_publication.h"

namespace kbgen {

namespace {

std::vector<TextFile> files() {
  return {{"episodes/talk.md",
           "---\ntitle: Talk\nhosts: [ada]\nguests: [bob]\nsummary: In short.\n"
           "audio: {url: \"https://x.example/a.mp3\"}\n---\n" +
               captions_of({"<v Ada>Mills and mills.", "<v Bob>And looms."})},
          {"guests/ada.md", "---\nname: Ada\nrole: Analyst\n---\n"},
          {"guests/bob.md", "---\nname: Bob\nrole: Weaver\n---\nHe *weaves*.\n"},
          {"pages/about.md", "---\ntitle: About\n---\n"},
          {"topics/looms.md", "---\ntitle: Looms\n---\n"},
          {"topics/mills.md", "---\ntitle: Mills\n---\n"}};
}

const std::string base = "title: T\ndescription: All of it.\nbase_url: https://example.org/kb\n";

std::string lines_of(const std::vector<ExternalLink>& links) {
  std::string lines;
  for (const ExternalLink& link : links) lines += link.title + " " + link.url + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a page is described by what it is about, else by the site") {
  MadePublication made(files(), {.config = base});
  CHECK(page_description(made.view("episodes/talk/")) == "In short.");
  CHECK(page_description(made.view("guests/ada/")) == "Analyst");
  CHECK(page_description(made.view("guests/bob/")) == "He weaves.");
  CHECK(page_description(made.view("topics/mills/")) == "All of it.");
  CHECK(page_description(made.view("topics/")) == "All of it.");
}

TEST_CASE("root_url leads up, and from 404.html, which is shown at any depth, from the host") {
  MadePublication made(files(), {.config = base});
  CHECK(root_url(made.view("")) == "");
  CHECK(root_url(made.view("topics/mills/")) == "../../");
  CHECK(root_url(made.view("404.html")) == "/kb/");
}

TEST_CASE("people and topics have feeds of their own, other pages that of the site") {
  MadePublication made(files());
  CHECK(feed_path(made.view("topics/mills/")) == "topics/mills/feed.xml");
  CHECK(feed_path(made.view("guests/ada/")) == "guests/ada/feed.xml");
  CHECK(feed_path(made.view("episodes/talk/")) == "feed.xml");
  CHECK(feed_path(made.view("topics/")) == "feed.xml");
}

TEST_CASE("the menu has what the site has, or what config.yaml says") {
  CHECK(lines_of(navigation(MadePublication(files()).view("topics/mills/"))) ==
        "episodes ../../episodes/index.html\nguests ../../guests/index.html\n"
        "topics ../index.html\nAbout ../../about/index.html\n");
  MadePublication chosen(
      files(), {.config = base + "nav: [{title: Map, url: /map/}, {title: All, url: "
                                 "/topics/}, {title: Out, url: \"https://x.example/\"}]\n"});
  CHECK(lines_of(navigation(chosen.view("topics/mills/"))) == "All ../\nOut https://x.example/\n");
}

TEST_CASE("most_discussed counts mentions, most first, and no more than asked for") {
  MadePublication made(files());
  std::string topics;
  for (const EntityCount& one : most_discussed(made.view(""), 5))
    topics += slug_of(made.site(), one.entity) + " " + std::to_string(one.count) + "; ";
  CHECK(topics == "mills 2; looms 1; ");
  CHECK(most_discussed(made.view(""), 1).size() == 1);
}

TEST_CASE("episodes_as tells hosts from guests") {
  MadePublication made(files());
  View view = made.view("guests/ada/");
  CHECK(episodes_as(view, made.person("ada"), Role::host).size() == 1);
  CHECK(episodes_as(view, made.person("ada"), Role::guest).empty());
  CHECK(episodes_as(view, made.person("bob"), Role::guest).size() == 1);
}

TEST_CASE("each format of a transcript is a file, or is made in the browser") {
  MadePublication made(files(), {.config = "title: T\ndownloads: [subrip]\n"});
  const Episode& episode = made.site().episodes[{0}];
  View view = made.view("episodes/talk/");
  std::string built;
  for (const Download& one : downloads_of(view, episode)) built += one.path + " ";
  CHECK(built == "episodes/talk/transcript.srt episodes/talk/index.md ");
  CHECK(join(downloads_in_browser(view, episode), " ") == "webvtt podcast-json text");
  CHECK(moments_url(view, episode) == "https://x.example/a.mp3#t=");
}

TEST_CASE("html_of marks the words of the link and escapes all others") {
  MadePublication made({{"topics/a.md", "---\ntitle: A\n---\nOne < [[B]] & two.\n"},
                        {"topics/b.md", "---\ntitle: B\n---\n"}});
  const Backlink& link = made.links().backlinks[made.topic("b")].at(0);
  CHECK(html_of(made.view("topics/b/"), link.from, link.sentences.at(0)) ==
        "One &lt; <mark>B</mark> &amp; two.");
}

}  // namespace kbgen
