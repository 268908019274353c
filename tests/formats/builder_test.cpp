#include <doctest/doctest.h>

#include "formats/cases.h"
#include "formats/transcript_builder.h"

using namespace kbgen;

static Transcript with_starts(const std::vector<int>& seconds, Diagnostics& diag) {
  TranscriptBuilder builder(diag);
  SourceFile file{"input", ""};
  for (int s : seconds)
    builder.add({.start = Timecode{s * 1000}, .text = "word", .where = whole_file(file)});
  return std::move(builder).finish();
}

static std::string starts_of(const Transcript& transcript) {
  std::string starts;
  for (const Cue& cue : transcript.cues)
    starts += (cue.start ? std::to_string(cue.start->seconds()) : "-") + " ";
  return starts;
}

TEST_CASE("one wrong time costs one time, too early or too late") {
  Diagnostics diag;
  CHECK(starts_of(with_starts({1, 2, 3}, diag)) == "1 2 3 ");
  CHECK(diag.all().empty());
  CHECK(starts_of(with_starts({10, 5, 20}, diag)) == "10 - 20 ");
  CHECK(starts_of(with_starts({1, 9000, 2, 3}, diag)) == "1 - 2 3 ");
  CHECK(starts_of(with_starts({5, 5, 5}, diag)) == "5 5 5 ");
  CHECK(diag.count(Severity::warning) == 2);
}

TEST_CASE("a second recording in one file is reported once") {
  Diagnostics diag;
  CHECK(starts_of(with_starts({1, 2, 3, 4, 0, 1, 2}, diag)) == "1 2 3 4 - - - ");
  REQUIRE(diag.all().size() == 1);
  CHECK(diag.all()[0].code == "time-goes-back");
  CHECK(diag.all()[0].message == "0:00 does not fit the times around it, as do the 2 after it");
}

TEST_CASE("white space is collapsed, invisible and control characters part no words") {
  Diagnostics diag;
  TranscriptBuilder builder(diag);
  CHECK(builder.add({.text = " \t one\u00A0 \u200Btwo\r\nthree\x01"}));
  CHECK(!builder.add({.text = " \u200B\uFEFF \u00A0"}));
  CHECK(builder.add({.speaker = "  Ada   B ", .text = "four"}));
  CHECK(builder.add({.speaker = "Ada B", .text = "five"}));
  Transcript transcript = std::move(builder).finish();
  CHECK(transcript.text == "one two three\nfour\nfive");
  CHECK(transcript.speakers == std::vector<std::string>{"Ada B"});
  CHECK(transcript.text_of(transcript.cues[1]) == "four");
}

TEST_CASE("character references are characters, also where they were escaped twice") {
  Diagnostics diag;
  TranscriptBuilder builder(diag);
  builder.add(
      {.speaker = "Ren&eacute;e O&#39;Hara", .text = "we&#39;ve &amp;quot;AT&amp;T&amp;quot;"});
  builder.add({.text = "caf&#xE9; &hellip; &#146; R&D; &nothing; &#0; &#xD800; & &; Q&A"});
  builder.add({.text = "it&#39;s bold&amp;amp;brave"}, {{Mark::Kind::strong, {9, 27}, ""}});
  Transcript transcript = std::move(builder).finish();
  CHECK(transcript.speakers == std::vector<std::string>{"Ren\u00e9e O'Hara"});
  CHECK(transcript.text_of(transcript.cues[0]) == "we've \"AT&T\"");
  CHECK(transcript.text_of(transcript.cues[1]) ==
        "caf\u00e9 \u2026 \u2019 R&D; &nothing; &#0; &#xD800; & &; Q&A");
  REQUIRE(transcript.marks.size() == 1);
  TextRange range = transcript.marks[0].text;
  CHECK(transcript.text.substr(range.begin, range.size()) == "bold&brave");
}

TEST_CASE("a reference made of references by the hundred thousand is read in no time") {
  Diagnostics diag;
  TranscriptBuilder builder(diag);
  std::string text = "&";
  for (int i = 0; i < 200'000; ++i) text += "amp;";
  builder.add({.text = text});
  CHECK(std::move(builder).finish().text == "&");
}

TEST_CASE("marks move with their words") {
  Diagnostics diag;
  TranscriptBuilder builder(diag);
  builder.add({.text = "first"});
  builder.add({.text = "  a   bold  word "},
              {{Mark::Kind::strong, {6, 16}, ""}, {Mark::Kind::code, {1, 2}, ""}});
  Transcript transcript = std::move(builder).finish();
  REQUIRE(transcript.marks.size() == 1);
  TextRange range = transcript.marks[0].text;
  CHECK(transcript.text.substr(range.begin, range.size()) == "bold word");
}
