// No Markdown takes the square of its size: what would is refused, and what
// people write never is. No clock is needed here: where a limit were missing, one
// of these texts would take minutes.

#include "base/markdown_limits.h"

#include <doctest/doctest.h>

#include "base/markdown.h"

namespace kbgen {

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// The first line of what is said when it is rendered.
std::string report_on(const std::string& text) {
  SourceFile file{"a.md", text};
  Diagnostics diag;
  markdown_blocks(whole_file(file));
  MarkdownHtml rendered = markdown_html(whole_file(file), {}, diag);
  CHECK(rendered.html.empty() == diag.has_errors());
  std::string report = format_diagnostics(diag);
  return report.substr(0, report.find('\n'));
}

std::string refusal(std::string_view place, std::string_view what) {
  return "a.md:" + std::string(place) +
         ": error: this Markdown would take too long to read: " + std::string(what) +
         " [markdown-limit]";
}

}  // namespace

TEST_CASE("a table has at most some thousand columns") {
  std::string columns = "a\n\n|" + repeated("a|", 30'000) + "\n|" + repeated("-|", 30'000) + "\n";
  CHECK(report_on(columns) == refusal("3:1", "a table of that many columns"));
  CHECK(report_on("> " + columns.substr(3)) == refusal("1:1", "a table of that many columns"));
  CHECK(report_on("|" + repeated("a|", 60) + "\n|" + repeated("-|", 60) + "\n" +
                  repeated("b\n", 50'000)) ==
        refusal("1:1", "a table with that many cells left out"));
}

TEST_CASE("a paragraph above a table's head has at most some thousand lines") {
  std::string_view what = "that many lines directly above the head of a table";
  CHECK(report_on(repeated("a\n", 200'000) + "|-|\n") == refusal("200001:1", what));
  CHECK(report_on(repeated("> a\n", 200'000) + "> - :-:\n") == refusal("200001:1", what));
}

TEST_CASE("brackets, declarations and parentheses that wait for their end are counted") {
  CHECK(report_on(repeated("![[]()", 100'000)) ==
        refusal("1:1", "that many brackets in one paragraph"));
  CHECK(report_on(repeated("![\\][]()", 100'000)) ==
        refusal("1:1", "that many brackets in one paragraph"));
  CHECK(report_on(repeated("a <!A ", 200'000)) ==
        refusal("1:1", "that many '<!' or '<?' in one paragraph"));
  CHECK(report_on("x\n\nwww.a.b/" + repeated(")", 500'000)) ==
        refusal("3:1", "that many parentheses in one address"));
  CHECK(report_on(repeated("xmpp:a@b.c/", 100'000)) == refusal("1:1", "that many '@'"));
}

TEST_CASE("what links refer to is not copied without end") {
  std::string_view what = "that long an address for links to refer to";
  std::string uses = "\n\n" + repeated("[a] ", 50'000), address = std::string(300'000, 'b');
  CHECK(report_on("[a]: " + address + uses) == refusal("1:1", what));
  CHECK(report_on("[a]:\n  <" + address + ">" + uses) == refusal("1:1", what));
  CHECK(report_on("- [a]: b '" + address + "'" + uses) == refusal("1:1", what));
}

TEST_CASE("what people write is not refused, however much it is") {
  for (const std::string& text : {
           repeated(
               "Prose with [a link](https://example.org/a_(b)) and *words*, again (and again). ",
               2'000),
           repeated("| a | b | c | d |\n", 1) + "|---|---|---|---|\n" +
               repeated("| 1 | [x](y) | a@b.org | |\n", 1'000),
           "|" + repeated("a|", 100) + "\n|" + repeated("-|", 100) + "\n" +
               repeated("|" + repeated("b|", 100) + "\n", 200),
           repeated("[Ada]: Well (she laughs) \"as I said\" to him.\n", 2'000),
           repeated("- [x] [[Mills]] and <https://example.org>\n", 1'000),
           repeated("0:01 words that were said\n", 20'000) + "---\nmore\n",
           repeated("[1]: https://example.org/ \"Title\"\n", 2'000) + "\n[1] [1]\n",
       })
    CHECK(report_on(text) == "");
}

TEST_CASE("links whose address is written in another way cost no search each") {
  CHECK(report_on(repeated("[a](&#120;) ", 30'000)) == "");
  CHECK(report_on(repeated("]] [[a\n", 30'000) + "]]\n") == "");
}

TEST_CASE("a link that goes on on the next line is one link, and the words around it stay") {
  SourceFile file{"a.md", "one [[a\nb]] two [[c\nd]] three\n"};
  Diagnostics diag;
  MarkdownHtml rendered = markdown_html(whole_file(file), {}, diag);
  REQUIRE(rendered.slots.size() == 2);
  CHECK(rendered.slots[0].target == "a b");
  CHECK(rendered.slots[1].target == "c d");
  CHECK(rendered.html == "<p>one  two  three</p>\n");
}

}  // namespace kbgen
