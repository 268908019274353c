#include "base/encoding.h"

#include <doctest/doctest.h>

#include "base/html_tree.h"
#include "base/yaml.h"

namespace kbgen {

TEST_CASE("single bytes that are not UTF-8 become the characters of Latin-1 that they are") {
  CHECK(repair_utf8("a\xA0 b\x85") == "a\xC2\xA0 b\xC2\x85");
  CHECK(repair_utf8("\xC3") == "\u00C3");
  CHECK(repair_utf8("\u00E9 \U0001F600 a") == "\u00E9 \U0001F600 a");
  CHECK(repair_utf8("").empty());
}

TEST_CASE("what libraries write as single bytes or as no text at all is UTF-8 here") {
  Diagnostics diag;
  SourceFile yaml{"x.yaml", R"(title: "a\_b")"};
  CHECK(parse_yaml(whole_file(yaml), diag)->find("title")->text == "a\u00A0b");
  HtmlTree tree("<p>a&#4344444444443144;b&#000000000065;c");
  std::string text;
  walk_html(
      tree.root(), [&](HtmlNode node) { return text += node.text(), true; }, [](HtmlNode) {});
  CHECK(text == "a\uFFFDbAc");
}

}  // namespace kbgen
