#include "base/yaml.h"

#include <doctest/doctest.h>

using namespace kbgen;

namespace {

struct Read {
  SourceFile file;
  Diagnostics diag;
  std::optional<Yaml> root;
  explicit Read(std::string text) : file{"a.yaml", std::move(text)} {
    root = parse_yaml(whole_file(file), diag);
  }
};

}  // namespace

TEST_CASE("a value knows where it stands, behind accents too") {
  Read read("title: \"Café\"\nguests: [ada, 'bob']\nempty:\n");
  REQUIRE(read.root);
  CHECK(read.root->find("title")->text == "Café");
  CHECK(read.root->find("title")->span.text() == "\"Café\"");
  CHECK(read.root->find("guests")->items[1].span.text() == "'bob'");
  CHECK(read.root->find("guests")->items[0].span.text() == "ada");
  CHECK(read.root->members[1].key_span.text() == "guests");
  CHECK(read.root->find("empty")->is_null());
  CHECK(read.root->find("absent") == nullptr);
}

TEST_CASE("a key that stands twice is reported and the first one counts") {
  Read read("a: 1\na: 2\n");
  CHECK(read.root->find("a")->text == "1");
  CHECK(format_diagnostics(read.diag) ==
        "a.yaml:2:1: error: the key 'a' stands here twice [duplicate-key]\n"
        "   2 | a: 2\n     | ^\n     = help: the first is on line 1\n");
}

TEST_CASE("broken YAML is one report with a place") {
  for (const char* text :
       {"a: [1, 2\nb: 3", "\"open", "a: b: c", "{", "- a\nb: c", "\t- x", "*x", "a: *x"}) {
    Read read(text);
    CHECK_MESSAGE(read.diag.has_errors(), std::string(text));
  }
}

TEST_CASE("nothing at all is a null value; deep nesting is an error") {
  CHECK(Read("").root->is_null());
  CHECK(Read(std::string(5000, '[')).diag.has_errors());
}

TEST_CASE("a quoted text of several lines is right where its lines are indented") {
  for (const char* text : {"a: \"one\n  note: two\"\nb: 1\n", "a:\n  b: 'one\n    note: two'\n",
                           "- \"one\n    note: two\"\n"})
    CHECK(format_diagnostics(Read(text).diag) == "");
  CHECK(format_diagnostics(Read("a: \"one\nnote: \"two\"\n").diag) != "");
}
