#include "theme/transcript_html.h"

#include <doctest/doctest.h>

#include "jinja/environment.h"
#include "support/made_publication.h"

namespace kbgen {

namespace {

// The transcript of an episode with this body, on its own page.
std::string html(const std::string& body, const std::string& front_matter = "",
                 const std::string& config = "title: T\n") {
  MadePublication made({{"episodes/talk.md", "---\ntitle: Talk\n" + front_matter + "---\n" + body},
                        {"topics/mills.md", "---\ntitle: Mills\n---\n"}},
                       {.config = config});
  jinja::Environment templates;
  View view = made.view("episodes/talk/");
  templates.add_global("transcript", transcript_html(made.site().episodes[{0}], view));
  templates.add_template("x.html", {"x.html", "{{ transcript }}"}, made.diag);
  std::string out;
  templates.render("x.html", {}, out, made.diag);
  return out;
}

bool has(const std::string& text, std::string_view wanted) {
  return text.find(wanted) != std::string::npos;
}

}  // namespace

TEST_CASE("a turn is a section with its speaker, a paragraph has its id and links to itself") {
  std::string made = html(captions_of({"<v Ada>One.", "<v Bob>Two."}));
  CHECK(has(made,
            "<section><h3>Ada</h3>\n<div id=\"t=0\"><a href=\"#t=0\">0:00</a><p>One.</p></div>"));
  CHECK(has(made, "<div id=\"t=10\"><a href=\"#t=10\">0:10</a><p>Two.</p></div>"));
}

TEST_CASE("whatever is said is text, in words, names and addresses") {
  std::string made = html(captions_of({"<v A&B \"x\">1 &lt; 2 &amp; <i>3</i>", "<v Bob>Two."}));
  CHECK(has(made, "1 &lt; 2 &amp;"));
  CHECK(!has(made, "A&B"));
}

TEST_CASE("the first mention of a thing in a paragraph is a link") {
  std::string made = html(captions_of({"<v Ada>Mills and mills.", "<v Bob>Mills."}));
  CHECK(has(made, "<a href=\"../../topics/mills/index.html\">Mills</a> and mills."));
}

TEST_CASE("what was corrected says what was heard, within its quotation marks") {
  std::string made = html(captions_of({"<v Ada>Big pie.", "<v Bob>Two."}), "",
                          "title: T\ncorrections: {pie: \"π \\\" &\"}\n");
  CHECK(has(made, "<abbr class=\"corrected\" tabindex=\"0\" title=\"heard\">π \" &amp;</abbr>"));
}

TEST_CASE("a paragraph has a link into the recording, if there is one") {
  CHECK(has(html(captions_of({"<v Ada>One.", "<v Bob>Two."}),
                 "audio: {url: \"https://x.example/a.mp3\"}\n"),
            "<a class=\"play\" href=\"https://x.example/a.mp3#t=10\""));
}

TEST_CASE("a chapter is a heading before the paragraph in which it begins") {
  CHECK(has(html(captions_of({"<v Ada>One.", "<v Bob>Two."}),
                 "chapters: [{start: 0:10, title: \"A < B\"}]\n"),
            "A &lt; B</h3>"));
}

TEST_CASE("an episode without a transcript has none") { CHECK(html("") == ""); }

}  // namespace kbgen
