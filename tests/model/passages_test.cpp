// What a topic's page quotes.

#include "model/passages.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "support/linked.h"

namespace kbgen {

// Every passage about the topic "mill": its rank, and its words with the names
// between brackets.
static std::string passages(const std::string& transcript) {
  TestProject project;
  write_topic("mill");
  write_topic("river");
  write_bytes("content/episodes/e.vtt", transcript);
  Linked site;
  std::string out;
  for (const PassageGroup& group : passages_about(site.site, site.links, site.topic("mill")))
    for (const Passage& passage : group.passages) {
      std::string html = html_of(site.site, passage);
      html = replace_all(replace_all(html, "<mark>", "["), "</mark>", "]");
      out += std::to_string(passage.rank) + " " + html + "\n";
    }
  return out;
}

static std::string said(const std::string& words) {
  return "WEBVTT\n\n00:00:01.000 --> 00:01:05.000\n<v Ada>" + words + "\n";
}

TEST_CASE(
    "a passage is the whole sentence; a short one takes what follows it, else what came before") {
  CHECK(passages(said("It was early. The mill turned. Nobody came. We went home after that.")) ==
        "1 The [mill] turned. Nobody came. We went home after that.\n");
  CHECK(passages(said("We came home. It was early. The mill turned.")) ==
        "1 We came home. It was early. The [mill] turned.\n");
  std::string longer =
      "The mill that stood behind the house of my grandfather turned by day and by night, as long "
      "as the river had any water, and nobody ever asked who paid for it.";
  CHECK(passages(said("Before. " + longer + " After.")) ==
        "1 " + replace_all(longer, "mill", "[mill]") + "\n");
}

TEST_CASE("names that are close are one passage of at most three sentences, and none overlaps") {
  CHECK(passages(said("The mill. A mill. One mill. Two mill. Nothing here. More of nothing.")) ==
        "1 The [mill]. A [mill]. One [mill].\n2 Two [mill]. Nothing here. More of nothing.\n");
  CHECK(passages(said("The mill and the mill turned.")) == "1 The [mill] and the [mill] turned.\n");
}

TEST_CASE("speech without full stops is cut around the names, and every name stays") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word" + std::to_string(i) + " ";
  std::string found = passages(said(words + "mill " + words + words + "mill " + words));
  CHECK(found.find("1 … word") == 0);
  CHECK(found.find("\n2 … word") != std::string::npos);
  CHECK(found.find("word59 [mill] word0 ") != std::string::npos);
  CHECK(found.size() < 900);
  CHECK(found.ends_with(" …\n"));
}

TEST_CASE("what says more ranks higher: other names beside it, length; a question less") {
  CHECK(passages("WEBVTT\n\n00:00:01.000 --> 00:01:05.000\n<v Ada>What about the mill?\n\n"
                 "00:02:01.000 --> 00:02:05.000\n<v Bob>The mill stood by the river for a hundred "
                 "years before anybody thought of tearing it down.\n\n"
                 "00:03:01.000 --> 00:03:05.000\n<v Ada>A mill.\n") ==
        "3 What about the [mill]?\n"
        "1 The [mill] stood by the river for a hundred years before anybody thought of tearing it "
        "down.\n"
        "2 A [mill].\n");
}

TEST_CASE("words of a transcript are text, never markup") {
  CHECK(passages(said("The &lt;b>mill&amp; turned.")) == "1 The &lt;b&gt;[mill]&amp; turned.\n");
}

}  // namespace kbgen
