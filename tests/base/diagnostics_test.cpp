// What is said of a file that is wrong all through.

#include "base/diagnostics.h"

#include <doctest/doctest.h>

#include "base/yaml.h"
#include "content/config.h"

namespace kbgen {

namespace {

std::string lines(std::size_t count, const char* after) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "k" + std::to_string(i) + after;
  return text;
}

}  // namespace

TEST_CASE("after five hundred reports of a kind the rest is counted") {
  SourceFile file{"a.txt", "one\n"};
  Diagnostics diag;
  for (int i = 0; i < 1234; ++i) diag.error("bad-date", Span{&file, 0, 1}, std::to_string(i));
  CHECK(diag.all().size() == 500);
  CHECK(diag.all().back().more == 734);
  CHECK(diag.count(Severity::error) == 1234);
  CHECK(format_diagnostics(diag).find("= and 734 more like this in this file\n") !=
        std::string::npos);
  diag.error("bad-time", Span{&file, 0, 1}, "another kind");
  CHECK(diag.all().size() == 501);
  SourceFile other{"b.txt", "one\n"};
  diag.error("bad-date", Span{&other, 0, 1}, "another file");
  CHECK(diag.all().size() == 502);
}

TEST_CASE("reports of two kinds by turns end at five hundred each") {
  SourceFile file{"a.txt", "one\n"};
  Diagnostics diag;
  for (int i = 0; i < 1000; ++i) {
    diag.error("bad-date", Span{&file, 0, 1}, std::to_string(i));
    diag.warning("bad-time", Span{&file, 0, 1}, std::to_string(i));
  }
  CHECK(diag.all().size() == 1000);
  CHECK(diag.count(Severity::error) == 1000);
  CHECK(diag.count(Severity::warning) == 1000);
}

TEST_CASE("an error is kept, however many warnings with its code there were") {
  SourceFile file{"a.txt", "one\n"};
  Diagnostics diag;
  for (int i = 0; i < 1000; ++i) diag.warning("bad-date", Span{&file, 0, 1}, std::to_string(i));
  diag.error("bad-date", Span{&file, 0, 1}, "an error");
  CHECK(diag.has_errors());
  CHECK(diag.all().back().message == "an error");
}

TEST_CASE("what was not kept is counted in what it is merged into") {
  SourceFile file{"a.txt", "one\n"};
  Diagnostics all;
  for (int task = 0; task < 2; ++task) {
    Diagnostics diag;
    for (int i = 0; i < 700; ++i) diag.warning("bad-date", Span{&file, 0, 1}, "a date");
    all.merge(std::move(diag));
  }
  CHECK(all.all().size() == 500);
  CHECK(all.count(Severity::warning) == 1400);
  all.grade({{"bad-date", Severity::error}});
  CHECK(all.count(Severity::error) == 1400);
  all.grade({{"bad-date", std::nullopt}});
  CHECK(all.all().size() == 500);  // an error stays one
}

TEST_CASE("of a line of a megabyte what stands around the place is shown") {
  SourceFile file{"a.txt", std::string(1'000'000, 'x')};
  Diagnostics diag;
  diag.error("bad-date", Span{&file, 500'000, 500'001}, "here");
  CHECK(diag.all()[0].where.source_line.size() < 1'000);
  CHECK(
      format_diagnostics(diag).starts_with("a.txt:1:500001: error: here [bad-date]\n   1 | …xxx"));
}

// Without the limit each of these takes minutes, or all the memory there is.
TEST_CASE("a hundred thousand unknown keys are reported in no time") {
  for (const std::string& text :
       {lines(100'000, ": 1\n"), "{" + lines(100'000, ": 1, ") + "z: 1}"}) {
    SourceFile file{"config.yaml", text};
    Diagnostics diag;
    read_config(file, diag);
    // Twenty, how many more, and one for the title, which is missing.
    CHECK(diag.all().size() == 22);
  }
}

TEST_CASE("a hundred thousand keys that stand twice are reported in no time") {
  std::string once = lines(100'000, ": 1\n");
  SourceFile file{"a.yaml", once + once};
  Diagnostics diag;
  std::optional<Yaml> yaml = parse_yaml(whole_file(file), diag);
  REQUIRE(yaml);
  CHECK(yaml->members.size() == 100'000);
  REQUIRE(diag.all().size() == 500);
  CHECK(diag.all()[1].help == "the first is on line 2");
}

}  // namespace kbgen
