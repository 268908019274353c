// Front matter in the three languages that authors write it in.

#include "base/front_matter.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

struct Front {
  SourceFile file;
  Diagnostics diag;
  std::optional<FrontMatter> found;
  Yaml fields;
  explicit Front(std::string text, std::string path = "a.md") : file{path, std::move(text)} {
    found = find_front_matter(file);
    if (found) fields = read_front_matter(*found, diag).value_or(Yaml());
  }
  std::string text(std::string_view key) const {
    const Yaml* value = fields.find(key);
    return value ? value->text : "(none)";
  }
  std::string place(std::string_view key) const {
    return std::string(fields.find(key)->span.text());
  }
};

}  // namespace

TEST_CASE("front matter may be TOML, and knows its places") {
  Front front(
      "+++\n# a comment\ntitle = \"Café 900\"\ndate = 2024-03-09T16:40:04Z\nday = 2024-03-09\n"
      "number = 7\ndraft = true\nguests = [\"ada\", 'bob']\n[audio]\nurl = \"x\"\n+++\nNotes\n");
  REQUIRE(front.found);
  CHECK(!front.diag.has_errors());
  CHECK(front.found->body.text() == "Notes\n");
  CHECK(front.text("title") == "Café 900");
  CHECK(front.place("title") == "\"Café 900\"");
  CHECK(front.text("date") == "2024-03-09T16:40:04Z");
  CHECK(front.text("day") == "2024-03-09");
  CHECK(front.text("number") == "7");
  CHECK(front.text("draft") == "true");
  CHECK(!front.fields.find("draft")->is_quoted);
  CHECK(front.fields.find("guests")->items[1].span.text() == "'bob'");
  CHECK(front.fields.find("audio")->find("url")->text == "x");
  CHECK(front.fields.members[0].key == "title");
  CHECK(front.fields.members[0].key_span.text() == "title");
}

TEST_CASE("TOML that is none is one report with a place") {
  Front front("+++\ntitle = Rivers\n+++\nNotes\n");
  CHECK(front.diag.has_errors());
  std::string report = format_diagnostics(front.diag);
  CHECK(report.starts_with("a.md:2:9: error: this is not TOML: "));
  CHECK(report.find("[bad-toml]") != std::string::npos);
}

TEST_CASE("front matter may be JSON, in Markdown") {
  Front front(
      "{\n\t\"title\": \"A \\ud83d\\ude00 \\\"b\\\" \\/ c\", \"number\":7,\n"
      "  \"audio\": {\"url\": \"x}\"},\n\"guests\": [\"ada\"]}\n\nNotes\n");
  REQUIRE(front.found);
  CHECK(format_diagnostics(front.diag) == "");
  CHECK(front.text("title") == "A 😀 \"b\" / c");
  CHECK(front.text("number") == "7");
  CHECK(front.place("number") == "7");
  CHECK(front.fields.find("audio")->find("url")->text == "x}");
  CHECK(front.fields.find("guests")->items[0].span.text() == "\"ada\"");
  CHECK(front.found->body.text() == "\nNotes\n");
}

TEST_CASE("what only begins like front matter is text") {
  CHECK(!Front("{\"a\": 1}\n", "a.json").found);
  CHECK(!Front("{% include \"x\" %}\n").found);
  CHECK(!Front("{\"a\": 1\n").found);
  CHECK(!Front("{\"a\" or so} he said.\n").found);
  CHECK(!Front("+++\ntitle = \"x\"\n").found);
  CHECK(!Front("++++\ntitle = \"x\"\n+++\n").found);
}

}  // namespace kbgen
