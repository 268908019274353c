#include "formats/evidence.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

static LineSurvey lines_of(std::string_view text) { return gather_evidence(text).lines; }

TEST_CASE("lines are counted by their shapes, headings and blank lines are not") {
  LineSurvey lines = lines_of(
      "# A talk\n\nAda Lovelace  0:13\nSpeech that ends.\nAda (0:20):\nBen:\nand goes on\n"
      "0:31 with a time\n0:45\nAda: with a label?\n**Ben:** in bold\n");
  CHECK(lines.lines == 9);
  CHECK(lines.first == LineShape::otter);
  CHECK(lines.otter_headers == 1);
  CHECK(lines.name_times == 1);
  CHECK(lines.timeless_names == 1);
  CHECK(lines.timed == 2);
  CHECK(lines.bare_times == 1);
  CHECK(lines.labels == 1);
  CHECK(lines.bold_labels == 1);
  CHECK(lines.sentence_ends == 2);
}

TEST_CASE("a text without lines has none to be told by") {
  for (std::string_view text : {"", "\n\n", "## Only a heading\n"}) {
    CAPTURE(text);
    CHECK(lines_of(text).lines == 0);
    CHECK(lines_of(text).first == LineShape::blank);
  }
}

TEST_CASE("lines of front matter are no lines of the transcript") {
  CHECK(lines_of("---\nHost: Mira\n---\nAda: words\n").labels == 1);
  CHECK(lines_of("---\nHost: Mira\nAda: words\n").labels == 2);
}

TEST_CASE("the times of an export that was exported again are no times") {
  LineSurvey lines = lines_of("0:00 Ada  1:02\n0:00 words of hers\n0:00 and more\n");
  CHECK(lines.otter_headers == 1);
  CHECK(lines.timed == 0);
  CHECK(lines_of("0:00 words\n0:00 and more\n").timed == 2);
}

TEST_CASE("only the first lines of a long text are looked at") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Ada: words\n";
  CHECK(lines_of(text).labels < 4'000);
  CHECK(lines_of(text).labels > 2'000);
  CHECK(gather_evidence(text).has("Ada: words"));
}

TEST_CASE("a text is JSON if all of it is") {
  auto kind_of = [](std::string_view text) {
    FormatEvidence evidence = gather_evidence(text);
    return std::string(evidence.is_json_object ? "object"
                       : evidence.is_json_list ? "list"
                                               : "none");
  };
  CHECK(kind_of(" \n{\"a\": [1]}\n") == "object");
  CHECK(kind_of("[{\"a\": 1}]") == "list");
  CHECK(kind_of("{\"a\": [1]") == "none");
  CHECK(kind_of("{\"a\": 1} and words") == "none");
  CHECK(kind_of("[0:13] words") == "none");
  CHECK(kind_of("\"a\"") == "none");
  CHECK(kind_of("") == "none");
}

TEST_CASE("evidence has the words that the text has, wherever they stand") {
  std::string text(100'000, 'x');
  FormatEvidence evidence = gather_evidence(text += "\"segments\"");
  CHECK(evidence.has("\"segments\""));
  CHECK(!evidence.has("\"body\""));
}
