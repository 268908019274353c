#include "content/fields.h"

#include <doctest/doctest.h>

using namespace kbgen;

namespace {

// Reads one map with a function of Fields and gives what was reported.
template <class Read>
std::string report_of(const std::string& yaml, Read read) {
  Diagnostics diag;
  SourceFile file{"f.yaml", yaml};
  std::optional<Yaml> map = parse_yaml(whole_file(file), diag);
  REQUIRE(map);
  Fields fields(&*map, diag);
  read(fields);
  return format_diagnostics(diag);
}

}  // namespace

TEST_CASE("absent and empty values are empty, and nothing is reported") {
  std::string report = report_of("text:\nlist: ~\ndate: null\n", [](Fields& fields) {
    CHECK(fields.text("text") == "");
    CHECK(fields.text("other") == "");
    CHECK(fields.references("list").empty());
    CHECK(!fields.date("date"));
    CHECK(!fields.number("number"));
    CHECK(fields.flag("flag", true));
    CHECK(fields.links("links").empty());
  });
  CHECK(report == "");
}

TEST_CASE("one name needs no list, and white space around it is not part of it") {
  CHECK(report_of("one: ' ada '\nmore: [ada, ' bob']\n", [](Fields& fields) {
          CHECK(fields.references("one").at(0).name == "ada");
          CHECK(fields.references("more").at(1).name == "bob");
        }) == "");
}

TEST_CASE("numbers are whole, and no longer than they may be") {
  CHECK(report_of("a: 4\nb: 4.5\nc: 0x10\nd: 99999999999999999999\ne: -3\nf: 1000001\n",
                  [](Fields& fields) {
                    CHECK(fields.number("a") == 4);
                    for (const char* key : {"b", "c", "d", "e", "f"}) CHECK(!fields.number(key));
                  })
            .find("f.yaml:2:4: error: 'b' must be a whole number [wrong-type]\n") == 0);
}

TEST_CASE("truth is true, false, yes or no") {
  std::string report = report_of("a: true\nb: no\nc: maybe\nd: 'yes'\n", [](Fields& fields) {
    CHECK(fields.flag("a", false));
    CHECK(!fields.flag("b", true));
    CHECK(fields.flag("c", true));
    CHECK(fields.flag("d", false));
  });
  CHECK(report ==
        "f.yaml:3:4: error: 'c' must be true or false [wrong-type]\n"
        "   3 | c: maybe\n"
        "     |    ^~~~~\n");
}

TEST_CASE("every unknown key is reported, those that were asked for are not") {
  std::string report = report_of("title: x\ntilte: y\nz: 1\n", [](Fields& fields) {
    fields.text("title");
    fields.reject_unknown();
  });
  CHECK(report ==
        "f.yaml:2:1: error: unknown key 'tilte' [unknown-key]\n"
        "   2 | tilte: y\n"
        "     | ^~~~~\n"
        "     = help: did you mean 'title'?\n"
        "f.yaml:3:1: error: unknown key 'z' [unknown-key]\n"
        "   3 | z: 1\n"
        "     | ^\n"
        "     = help: known here: title\n");
}

TEST_CASE("a required text that has the wrong type is reported once") {
  Diagnostics diag;
  CHECK(report_of("title: [a]\n", [](Fields& fields) {
          fields.required_text("title", Span());
        }).find("missing-key") == std::string::npos);
  CHECK(report_of("title: ''\n", [](Fields& fields) { fields.required_text("title", Span()); }) ==
        "error: 'title' is missing or empty [missing-key]\n");
}
