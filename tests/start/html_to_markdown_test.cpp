// Show notes: HTML of any quality as Markdown that says the same.

#include "start/html_to_markdown.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace kbgen;

TEST_CASE("HTML becomes Markdown that says the same") {
  CHECK(html_to_markdown("<p>One <b> two </b>three.</p><p>Four</p>") ==
        "One **two** three.\n\nFour\n");
  CHECK(html_to_markdown("<a href=\"https://e.org/a b\">x</a>, <a href=\"javascript:x\">y</a>") ==
        "[x](<https://e.org/a%20b>), y\n");
  CHECK(html_to_markdown(
            "<p>See https://e.org/a_b. Or <a href='https://e.org/'>https://e.org/</a>") ==
        "See <https://e.org/a_b>. Or <https://e.org/>\n");
  CHECK(html_to_markdown("<ul><li>One<li><p>Two</p><ol><li>In</li></ol></li></ul><p>Out</p>") ==
        "- One\n- Two\n  1. In\n\nOut\n");
  CHECK(html_to_markdown("<h1>Head<br>line</h1>text<hr>more") ==
        "## Head line\n\ntext\n\n***\n\nmore\n");
  CHECK(html_to_markdown("<blockquote><p>One</p><p>Two</p></blockquote>Three") ==
        "> One\n>\n> Two\n\nThree\n");
  CHECK(html_to_markdown("<b>one<p>two</b></p>") == "**one**\n\n**two**\n");
  CHECK(html_to_markdown("<img src=x><img src=\"https://e.org/p.png\" alt=\"A mill\">") ==
        "[A mill](<https://e.org/p.png>)\n");
  CHECK(html_to_markdown("<style>p {}</style><!-- x -->kept<script>if (a < b)</script>") ==
        "kept\n");
}

TEST_CASE("preformatted text keeps its lines, and code its spaces") {
  CHECK(html_to_markdown("<pre>One\nTwo <a href='https://e.org/'>x</a>\n\nThree</pre>Four") ==
        "One\\\nTwo [x](<https://e.org/>)\n\nThree\n\nFour\n");
  CHECK(html_to_markdown("<pre><code>if (a &lt; b)\n  *c = `d`;\n</code></pre>") ==
        "```\nif (a < b)\n  *c = `d`;\n```\n");
  CHECK(html_to_markdown("<ul><li><pre>a\n    b ``` c</pre></ul>") ==
        "- ````\n  a\n      b ``` c\n  ````\n");
}

TEST_CASE("a table of data is one, and a table that only places things is its words") {
  CHECK(html_to_markdown("<p>Who:</p><table><tr><th>Name<th>Time</tr>"
                         "<tr><td><b>Ada</b> | A<td>1:02<br>1:05</tr><tr><td>Bob</tr></table>") ==
        "Who:\n\n| Name | Time |\n| --- | --- |\n| **Ada** \\| A | 1:02 1:05 |\n| Bob | |\n");
  CHECK(html_to_markdown("<table><tr><td><a href='https://e.org/?a|b'>x</a><td>y<tr><td>1<td>2"
                         "</table>") ==
        "| [x](<https://e.org/?a%7Cb>) | y |\n| --- | --- |\n| 1 | 2 |\n");
  CHECK(html_to_markdown("<table><tr><td><ul><li>one</ul><td>two<tr><td>3<td>4</table>") ==
        "- one\n\ntwo\n\n3\n\n4\n");
}

TEST_CASE("a picture is its text, and its caption is beside it") {
  CHECK(html_to_markdown("<figure><img src='https://e.org/p.png' title='A mill'><figcaption>By "
                         "Ada</figcaption></figure>") ==
        "[A mill](<https://e.org/p.png>)\n\nBy Ada\n");
}

TEST_CASE("text stays text") {
  CHECK(html_to_markdown("# *no* `code` [[link]] a_b 1 < 2 <3") ==
        "\\# \\*no\\* \\`code\\` \\[\\[link\\]\\] a\\_b 1 \\< 2 \\<3\n");
  CHECK(html_to_markdown("One\nTwo\n\n- three\n1. four\n=== five\n\\") ==
        "One\\\nTwo\n\n\\- three\\\n1\\. four\\\n\\=== five\\\n\\\\\n");
  CHECK(html_to_markdown("") == "");
  CHECK(html_to_markdown(" \n \n") == "");
  CHECK(html_to_markdown("<p> </p><br><br>") == "");
}

TEST_CASE("characters are written as themselves, and escaped where they would be another") {
  CHECK(html_to_markdown("<p>A &amp; B, caf&eacute;&nbsp;&#8211; &bigstar; &copy 2020</p>") ==
        "A & B, café – ★ © 2020\n");
  CHECK(html_to_markdown("<p>Write &amp;lt; for &lt;, &amp;#60; too; R&amp;D;</p>") ==
        "Write \\&lt; for \\<, \\&\\#60; too; R\\&D;\n");
  CHECK(html_to_markdown("<a href=\"https://e.org/?a=1&amp;b=2\">x</a>") ==
        "[x](<https://e.org/?a=1&b=2>)\n");
  CHECK(html_to_markdown("https://e.org/?a=1&amp;b=2") == "<https://e.org/?a=1&b=2>\n");
  CHECK(html_to_markdown("<b>Links:&nbsp;</b>one") == "**Links:** one\n");
}

TEST_CASE("what is left open, crossed or misplaced has the meaning that browsers give it") {
  CHECK(html_to_markdown("<p>one <b>two <i>three</b> four</i></p>") ==
        "one **two *three*** *four*\n");
  CHECK(html_to_markdown("<ul><li>one</ul></div>two</b>") == "- one\n\ntwo\n");
  CHECK(html_to_markdown("<table>one<tr><td>two</table>three") == "one\n\ntwo\n\nthree\n");
  CHECK(html_to_markdown("<p>one<!-- two") == "one\n");
  CHECK(html_to_markdown(std::string_view("a\0b\xff <b>c</b>", 13)).find("**c**") !=
        std::string::npos);
}

TEST_CASE(
    "tags nested too deep, or with too many attributes, lose their form and keep their words") {
  auto begin = std::chrono::steady_clock::now();
  auto repeated = [](std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  for (const char* tag : {"<div>", "<ul><li>", "<b>", "<font color=1>", "<a href='https://e.org/'>",
                          "<blockquote>", "<table>", "<svg>"})
    CHECK(html_to_markdown(repeated(tag, 100'000) + "so & so") == "so & so\n");
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i);
  CHECK(html_to_markdown(attributes + ">so & so") == "so & so\n");
  std::string tags;
  for (const char* tag : {"<b>", "<ul><li>", "<blockquote>", "<a href=\"https://e.org/\">",
                          "<script></script>", "<", "</", "<!--", "<p", "\\", "[[", "</b>", "<br>"})
    tags += repeated(tag, 20'000) + "w ";
  CHECK(html_to_markdown(tags).find("w") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
