#include "base/markdown.h"

#include <doctest/doctest.h>

#include "base/parallel.h"

using namespace kbgen;

static std::string html_of(std::string text) {
  SourceFile file{"notes.md", std::move(text)};
  Diagnostics diag;
  MarkdownHtml rendered = markdown_html(whole_file(file), {}, diag);
  std::string out = rendered.html;
  for (auto slot = rendered.slots.rbegin(); slot != rendered.slots.rend(); ++slot)
    out.insert(slot->offset, "{" + slot->target + (slot->label.empty() ? "" : "|" + slot->label) +
                                 "@" + std::string(slot->span.text()) + "}");
  return out + format_diagnostics(diag);
}

TEST_CASE("raw HTML is shown, not obeyed") {
  CHECK(html_of("a <b>bold</b> word\n\n<script>alert(1)</script>\n") ==
        "<p>a &lt;b&gt;bold&lt;/b&gt; word</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
}

TEST_CASE("links inside the site are slots, links to other hosts stand") {
  CHECK(html_of("[a](../x.md \"t\") and [b](https://b.example/?q=1&r=2) ![pic](p.png)") ==
        "<p><a href=\"{../x.md@../x.md}\" title=\"t\">a</a> and <a "
        "href=\"https://b.example/?q=1&amp;r=2\">b</a> "
        "<img src=\"{p.png@p.png}\" alt=\"pic\" loading=\"lazy\"></p>\n");
}

TEST_CASE("links stand in tables and in other marks as they do anywhere") {
  CHECK(html_of("| a |\n|---|\n| *see* [x](x.md) [[Y]] ![p](p.png) z |\n") ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><em>see</em> "
        "<a href=\"{x.md@x.md}\">x</a> {Y@Y} <img src=\"{p.png@p.png}\" alt=\"p\" "
        "loading=\"lazy\"> z</td>\n</tr>\n</tbody>\n</table>\n");
  CHECK(html_of("**[![p](p.png) *b*](x.md)** ![a [b](c.md) [[d]]](e.png)") ==
        "<p><strong><a href=\"{x.md@x.md}\"><img src=\"{p.png@p.png}\" alt=\"p\" "
        "loading=\"lazy\"> <em>b</em></a></strong> <img src=\"{e.png@e.png}\" alt=\"a b [[d]]\" "
        "loading=\"lazy\"></p>\n");
}

TEST_CASE("a wiki link is a slot with a target and perhaps a label") {
  CHECK(html_of("See [[Kaggle]] and [[guest:chip-huyen|*her* words]], `[[not this]]`.") ==
        "<p>See {Kaggle@Kaggle} and [[guest:chip-huyen|<em>her</em> words]], <code>[[not "
        "this]]</code>.</p>\n");
  CHECK(html_of("[[episode:a@4:51 \"some words\"]]") ==
        "<p>{episode:a@4:51 \"some words\"@episode:a@4:51 \"some words\"}</p>\n");
}

TEST_CASE("brackets that are escaped are brackets") {
  CHECK(html_of("\\[\\[a]], \\[[b]] and [[c]]") == "<p>[[a]], [[b]] and {c@c}</p>\n");
}

TEST_CASE("an unsafe link keeps its text") {
  CHECK(html_of("[x](javascript:alert(1))") ==
        "<p>x</p>\nnotes.md:1:5: warning: a link may not lead to 'javascript:' [unsafe-link]\n"
        "   1 | [x](javascript:alert(1))\n     |     ^~~~~~~~~~~~~~~~~~~\n"
        "     = help: its text is kept, the link is not\n");
}

TEST_CASE("a wiki link may be broken over two lines") {
  CHECK(html_of("See [[topic:kaggle|the\nraces]] and\nmore.") ==
        "<p>See {topic:kaggle|the races@topic:kaggle|the\nraces} and\nmore.</p>\n");
}

TEST_CASE("headings begin below the page's own, keep their distance and can be linked") {
  CHECK(html_of("# One\n\n## Two *x*\n\n## Two x\n") ==
        "<h2 id=\"one\">One</h2>\n<h3 id=\"two-x\">Two <em>x</em></h3>\n<h3 id=\"two-x-2\">Two "
        "x</h3>\n");
}

TEST_CASE("the highest heading decides") {
  CHECK(html_of("### Deep\n") == "<h2 id=\"deep\">Deep</h2>\n");
}

TEST_CASE("blocks are flat: text, marks and where they stand") {
  SourceFile file{"a.md",
                  "# T\n\n> quoted\n\n1. one [l](https://x.example)\n2. **two**\n\n   more\n"};
  std::vector<MarkdownBlock> blocks = markdown_blocks(whole_file(file));
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[0].kind == MarkdownBlock::Kind::heading);
  CHECK(blocks[1].quoted);
  CHECK(blocks[2].number == 1);
  CHECK(blocks[2].text == "one l");
  CHECK(blocks[2].marks == std::vector<Mark>{{Mark::Kind::link, {4, 5}, "https://x.example"}});
  CHECK(blocks[3].marks == std::vector<Mark>{{Mark::Kind::strong, {0, 3}, ""}});
  CHECK(blocks[4].continues_item);
  CHECK(blocks[4].line == 8);
}

TEST_CASE("many threads read Markdown as one does") {
  const std::string text =
      "~~gone~~ and | www.example.org\n\n| a | b |\n|---|---|\n| ~~c~~ | d |\n";
  const std::string alone = html_of(text);
  std::vector<std::string> together(400);
  run_parallel(nullptr, together.size(), [&](std::size_t i) { together[i] = html_of(text); });
  for (const std::string& html : together) REQUIRE(html == alone);
}

TEST_CASE("deep nesting neither crashes nor hangs") {
  std::string deep(20'000, '>');
  CHECK_FALSE(html_of(deep + " x").empty());
  CHECK_FALSE(html_of(std::string(20'000, '[') + "x").empty());
}
