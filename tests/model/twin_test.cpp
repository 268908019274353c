#include "model/twin.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// Texts are called by their keys here.
const Strings& keys_alone() {
  static const Strings strings;
  return strings;
}

std::vector<TextFile> library() {
  return {
      {"topics/mills.md",
       "---\ntitle: \"Mills *and* [looms]\"\n---\nSee [[Wind]] and [this](https://x.example/).\n"},
      {"topics/wind.md", "---\ntitle: Wind\nparent: mills\n---\n"}};
}

}  // namespace

TEST_CASE("escape_markdown leaves no sign that Markdown reads and no line end") {
  CHECK(escape_markdown("a *b* _c_ [d](e) <f> `g` #h | \\\ni") ==
        "a \\*b\\* \\_c\\_ \\[d\\](e) \\<f\\> \\`g\\` \\#h \\| \\\\ i");
  CHECK(escape_markdown("") == "");
}

TEST_CASE("links of a twin lead to twins, those of a pinned text to pages from where it is") {
  MadeKnowledge made(library());
  std::string twin = twin_of(made.known, keys_alone(), made.page("topics/mills/"));
  CHECK(twin.starts_with("# Mills \\*and\\* \\[looms\\]\n\n"));
  CHECK(twin.find("[Wind](../wind/index.md)") != std::string::npos);
  std::string words =
      words_of_page(made.known, keys_alone(), made.page("topics/mills/"), "topics/mills/v/1/");
  CHECK(words.find("# ") == std::string::npos);
  CHECK(words.find("[Wind](../../../wind/)") != std::string::npos);
}

}  // namespace kbgen
