#include "base/markdown_links.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

// "text {target|label@column}" for the parts of a whole file.
static std::string cut(const std::string& source) {
  SourceFile file{"a.md", source};
  LinkFinder finder(whole_file(file));
  std::string shown;
  std::string text = source;
  std::erase(text, '\\');  // as the Markdown library reads it
  for (const TextOrLink& part : cut_at_wiki_links(text, finder))
    shown += !part.link ? part.text
                        : "{" + part.link->target + "|" + part.link->label + "@" +
                              std::to_string(part.link->span.begin) + "}";
  return shown;
}

TEST_CASE("wiki links are cut out of a text, each with its place in the source") {
  CHECK(cut("See [[Ada]] and [[ Bob | him ]].") == "See {Ada|@6} and {Bob|him@18}.");
  CHECK(cut("[[a]][[a]]") == "{a|@2}{a|@7}");
  CHECK(cut("none [[ here") == "none [[ here");
  CHECK(cut("none ]] here") == "none ]] here");
  CHECK(cut("") == "");
}

TEST_CASE("escaped brackets are text") {
  CHECK(cut("\\[[Ada]]") == "[[Ada]]");
  CHECK(cut("\\[\\[Ada]]") == "[[Ada]]");
  CHECK(cut("\\\\[[Ada]]") == "{Ada|@4}");
  CHECK(cut("Ada, \\[[Ada]]") == "Ada, [[Ada]]");
}

TEST_CASE("links are found in the order of the source, and repeated ones one after another") {
  SourceFile file{"a.md", "[x](u) [y](u) [z](v)"};
  LinkFinder finder(whole_file(file));
  CHECK(finder.find("u").begin == 4);
  CHECK(finder.find("u").begin == 11);
  CHECK(finder.find("v").begin == 18);
  Span none = finder.find("%20");
  CHECK(none.begin == 0);
  CHECK(none.end == 0);
}
