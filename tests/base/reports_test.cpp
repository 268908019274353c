// How problems are shown: of a line that nobody could read as a whole, what is
// around the place; of characters that a terminal would obey, their names.

#include <doctest/doctest.h>

#include <algorithm>

#include "base/diagnostics.h"
#include "base/encoding.h"
#include "base/text.h"

namespace kbgen {

namespace {

std::string report_at(const SourceFile& file, std::size_t begin, std::size_t end) {
  Diagnostics diag;
  diag.error("a-code",
             Span{&file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
             "what is wrong");
  return format_diagnostics(diag);
}

}  // namespace

TEST_CASE("of a long line what is around the place is shown, and the column is that of the line") {
  SourceFile file{"e.txt", "first\n" + std::string(1'000'000, 'e') + " oops " +
                               std::string(1'000'000, 'f') + "\nlast\n"};
  CHECK(report_at(file, 6 + 1'000'001, 6 + 1'000'005) ==
        "e.txt:2:1000002: error: what is wrong [a-code]\n"
        "   2 | …" +
            std::string(59, 'e') + " oops " + std::string(55, 'f') +
            "…\n"
            "     | " +
            std::string(61, ' ') + "^~~~\n");
  CHECK(report_at(file, 6, 9) ==
        "e.txt:2:1: error: what is wrong [a-code]\n"
        "   2 | " +
            std::string(120, 'e') +
            "…\n"
            "     | ^~~\n");
  std::size_t last = file.text.size() - 5;
  CHECK(report_at(file, last, last + 4) ==
        "e.txt:3:1: error: what is wrong [a-code]\n"
        "   3 | last\n"
        "     | ^~~~\n");
}

TEST_CASE("columns count letters, not bytes, however long the line is") {
  std::string letters;
  for (int i = 0; i < 3'000; ++i) letters += "é";
  SourceFile file{"e.txt", letters + "x" + letters};
  std::string report = report_at(file, letters.size(), letters.size() + 1);
  CHECK(report.starts_with("e.txt:1:3001: error"));
  CHECK(report.ends_with("     | " + std::string(61, ' ') + "^\n"));
}

TEST_CASE("a file that comes to lie where another lay has its own lines") {
  for (const char* text : {"a\nb\nc\n", "abcde\n", "\n\n\nb\n\n"}) {
    SourceFile file{std::string(text).substr(0, 1), text};
    CHECK(report_at(file, 4, 5)
              .find(":" + std::to_string(1 + std::ranges::count(file.text.substr(0, 4), '\n')) +
                    ":") != std::string::npos);
  }
}

TEST_CASE("what a terminal would obey is shown in reports, and the caret stands below it") {
  SourceFile file{"a\x1b[2J.txt", "\u202ex oops"};
  CHECK(report_at(file, 5, 9) ==
        "a\\x1b[2J.txt:1:4: error: what is wrong [a-code]\n"
        "   1 | \\u202ex oops\n"
        "     |         ^~~~\n");
  Diagnostics diag;
  diag.error("a-code", "p\n.md", "title '\x1b[31m'", "help \u202e");
  CHECK(format_diagnostics(diag) ==
        "p\\n.md: error: title '\\x1b[31m' [a-code]\n     = help: help \\u202e\n");
  CHECK(format_diagnostics_github(diag) ==
        "::error title=a-code,file=p\\n.md::title '\\x1b[31m'%0Ahelp \\u202e\n");
}

TEST_CASE("letters that were encoded twice are put right in a megabyte without a line end") {
  std::string text;
  for (int i = 0; i < 250'000; ++i) text += "Ã©";
  Diagnostics diag;
  SourceFile repaired = repair_double_encoding({"e.txt", text}, diag);
  CHECK(repaired.text.size() == 500'000);
  CHECK(repaired.text.starts_with("éé"));
  REQUIRE(diag.all().size() == 1);
  CHECK(diag.all()[0].message ==
        "250000 letters of this file were encoded twice; here one was read as 'é'");
}

}  // namespace kbgen
