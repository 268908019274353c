// What Markdown has that is not for readers.

#include "base/markdown_unshown.h"

#include <doctest/doctest.h>

#include "base/markdown.h"

namespace kbgen {

namespace {

std::string html_of(std::string text) {
  SourceFile file{"a.md", std::move(text)};
  Diagnostics diag;
  MarkdownHtml html = markdown_html(whole_file(file), {}, diag);
  CHECK(!diag.has_errors());
  return html.html;
}

std::string text_of(std::string text) {
  SourceFile file{"a.md", std::move(text)};
  Diagnostics diag;
  return markdown_html(whole_file(file), {}, diag).text;
}

}  // namespace

TEST_CASE("comments of HTML are not shown, and other HTML is text") {
  CHECK(html_of("Before <!-- his salary --> after.\n\n<!--more-->\n\nRest.\n") ==
        "<p>Before  after.</p>\n<p>Rest.</p>\n");
  CHECK(html_of("<!-- one\n\ntwo --> three\n") == "<p>three</p>\n");
  CHECK(html_of("<b>bold</b> <!-- never closed\n") ==
        "<p>&lt;b&gt;bold&lt;/b&gt; &lt;!-- never closed</p>\n");
  CHECK(text_of("Before <!-- his salary --> after.\n\n<!--more-->\n").find("salary") ==
        std::string::npos);
}

TEST_CASE("lists of attributes are not shown, but in code") {
  CHECK(without_attributes("[x](y){:target=\"_blank\" .a}\n{: .note #id}\nText {:toc}\n") ==
        "[x](y)\n\nText \n");
  CHECK(without_attributes("## Rivers {#the-rivers}\n") == "## Rivers \n");
  CHECK(without_attributes("`{: .a}`\n```\n{: .a}\n```\n{: .b}\n") ==
        "`{: .a}`\n```\n{: .a}\n```\n\n");
  for (const char* text : {"{:ok, value}", "{: }", "{:", "a {#b} c", "{: .a", "{:a=b}", "{#x}"})
    CHECK(without_attributes(text) == text);
}

TEST_CASE("footnotes and tasks of notes are as on GitHub") {
  std::string html = html_of("Rest[^1].\n\n[^1]: See the *map*.\n");
  CHECK(html.find("[^1]") == std::string::npos);
  CHECK(html.find("<a href=\"#fn-1\"") != std::string::npos);
  CHECK(html.find("<li id=\"fn-1\">") != std::string::npos);
  CHECK(text_of("Rest[^1].\n\n[^1]: See the *map*.\n") == "Rest.\nSee the map.");
  CHECK(html_of("- [x] done\n- [ ] to do\n") ==
        "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> done</li>\n"
        "<li><input type=\"checkbox\" disabled=\"\" /> to do</li>\n</ul>\n");
}

TEST_CASE("what looks like a reference to a note and goes over a line end keeps its words") {
  Diagnostics diag;
  SourceFile file{"x.md", "[^one \u00E9\ntwo three] four\n\n[^1]: Five.\n"};
  std::string html = markdown_html(whole_file(file), {}, diag).html;
  CHECK(html.find("one \u00E9\ntwo three] four") != std::string::npos);
}

}  // namespace kbgen
