#include "formats/layout.h"

#include <doctest/doctest.h>

#include <string>

#include "formats/cases.h"

using namespace kbgen;

static Transcript read(std::string_view format, const std::string& text) {
  return parse_text(*find_format(format), text).transcript;
}

static std::vector<std::string> paragraphs_of(const Transcript& transcript) {
  std::vector<std::string> all;
  for (const Paragraph& p : layout_of(transcript).paragraphs)
    all.push_back(transcript.text.substr(p.text.begin, p.text.size()));
  return all;
}

static std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("a long silence parts captions") {
  Transcript t = read("youtube",
                      "0:01 we talk about bells today and how they are cast\n"
                      "0:04 and about how they are tuned by hand\n"
                      "0:40 now we are back with the founder\n");
  CHECK(paragraphs_of(t) ==
        std::vector<std::string>{
            "we talk about bells today and how they are cast\nand about how they are tuned by hand",
            "now we are back with the founder"});
}

TEST_CASE("a paragraph that the author made stays whole up to its limit") {
  std::string text = repeat("Ring it once more. ", 35);
  CHECK(paragraphs_of(read("plain", text)).size() == 1);
  CHECK(paragraphs_of(read("plain", text + text)).size() == 4);
}

TEST_CASE("a giant without any punctuation is split all the same") {
  std::vector<std::string> parts = paragraphs_of(read("plain", repeat("ding dong ", 500)));
  CHECK(parts.size() > 7);
  for (const std::string& part : parts) CHECK(part.size() < 160 * 5);
}

TEST_CASE("only a paragraph that begins with a timed cue has a time") {
  Transcript t = read("otter", "Mira Solheim  0:05\n" + repeat("Ring it once more. ", 80) + "\n");
  Layout layout = layout_of(t);
  REQUIRE(layout.paragraphs.size() > 2);
  CHECK(layout.paragraphs[0].start == Timecode{5000});
  CHECK(!layout.paragraphs[1].start);
  CHECK(layout.paragraphs[1].line == 2);
}

TEST_CASE("a turn ends where its last cue ends, else where the next begins") {
  Layout layout = layout_of(read("webvtt",
                                 "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mira>One.\n\n"
                                 "00:04.000 --> 00:05.000\n<v Jonas>Two.\n"));
  REQUIRE(layout.turns.size() == 2);
  CHECK(layout.turns[0].end == Timecode{2000});
  layout = layout_of(read("otter", "Mira  0:01\nOne.\n\nJonas  0:04\nTwo.\n"));
  CHECK(layout.turns[0].end == Timecode{4000});
  CHECK(!layout.turns[1].end);
}
