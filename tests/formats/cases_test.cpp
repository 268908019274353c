// What every format inherits through the table: its cases, recognition,
// survival of damage, and exports that read back.
#include "formats/cases.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "formats/evidence.h"
#include "formats/layout.h"

using namespace kbgen;

TEST_CASE("every case gives the cues beside it") {
  for (const FormatCase& c : format_cases()) {
    CAPTURE(c.path);
    std::string cues = to_cues(parse_text(*c.format, c.text));
    CHECK(cues == expected_text(c.path + ".cues", cues));
  }
}

TEST_CASE("every format has cases enough") {
  for (const TranscriptFormat* format : transcript_formats()) {
    CAPTURE(format->name);
    CHECK(std::ranges::count(format_cases(), format, &FormatCase::format) >= 4);
  }
}

TEST_CASE("a case is recognised as what it is") {
  for (const FormatCase& c : format_cases()) {
    CAPTURE(c.path);
    CHECK(recognize_format(c.text)->name == c.format->name);
  }
}

TEST_CASE("a format that is certain of a case is certain alone, and others are refused there") {
  std::size_t checked = 0;
  for (const FormatCase& c : format_cases()) {
    FormatEvidence evidence = gather_evidence(c.text);
    if (c.format->looks_like(evidence) != Fit::certain) continue;
    for (const TranscriptFormat* format : transcript_formats()) {
      CAPTURE(c.path);
      CAPTURE(format->name);
      if (format != c.format) CHECK(format->looks_like(evidence) < Fit::certain);
      ++checked;
    }
  }
  CHECK(checked > 50);
}

TEST_CASE(
    "what fits no format is no transcript, and is read as plain where somebody says it is one") {
  for (std::string_view text :
       {"", "\n\n", "A note of a few words.", "Yes, indeed.\nNo, never.\n"}) {
    CAPTURE(text);
    CHECK(best_fit(text) == nullptr);
    CHECK(recognize_format(text)->name == "plain");
  }
  std::string words;
  for (int i = 0; i < 149; ++i) words += "word ";
  CHECK(best_fit(words) == nullptr);
  CHECK(best_fit(words + "word") == find_format("plain"));
}

TEST_CASE("one conversation in every format is one conversation") {
  std::string expected = case_text("same_minute/expected.cues");
  for (const TranscriptFormat* format : transcript_formats()) {
    CAPTURE(format->name);
    std::string extension(format->extension);
    std::string text = case_text("same_minute/" + std::string(format->name) + extension);
    CHECK(recognize_format(text)->name == format->name);
    Transcript transcript = parse_text(*format, text).transcript;
    std::string cues;
    for (std::size_t i = 0; i < transcript.cues.size(); ++i) {
      // What a format cannot carry is taken from the expectation.
      const Cue& cue = transcript.cues[i];
      std::string_view line = split(expected, '\n')[std::min<std::size_t>(i, 8)];
      std::vector<std::string_view> columns = split(line, '|');
      columns.resize(3);
      bool has_times = format->name != "plain";
      bool has_speakers = has_times && format->name != "youtube" && format->name != "timed-lines" &&
                          format->name != "lrc";
      std::string time(trim(columns[0])), speaker(trim(columns[1]));
      if (has_times) time = cue.start ? format_timecode(*cue.start) : "-";
      if (has_speakers)
        speaker =
            cue.speaker < 0 ? "-" : transcript.speakers[static_cast<std::size_t>(cue.speaker)];
      cues += time + " | " + speaker + " | " + std::string(transcript.text_of(cue)) + "\n";
    }
    CHECK(cues == expected);
  }
}

// The promises of transcript.h and layout.h, on any transcript at all.
static std::string broken_promise(const Transcript& t) {
  std::uint32_t end = 0;
  std::optional<Timecode> latest;
  for (const Cue& cue : t.cues) {
    if (cue.text.begin < end || cue.text.begin >= cue.text.end || cue.text.end > t.text.size())
      return "ranges";
    end = cue.text.end;
    if (collapse_space(t.text_of(cue)) != t.text_of(cue)) return "white space";
    if (cue.start && latest && *cue.start < *latest) return "time order";
    if (cue.start) latest = cue.start;
    if (cue.end && (!cue.start || *cue.end < *cue.start)) return "end";
    if (cue.speaker >= static_cast<std::int32_t>(t.speakers.size())) return "speaker";
  }
  for (const Mark& mark : t.marks)
    if (mark.text.begin >= mark.text.end || mark.text.end > t.text.size()) return "mark";

  Layout layout = layout_of(t);
  std::string shown;
  std::uint32_t paragraphs = 0;
  for (const Paragraph& p : layout.paragraphs)
    shown.append(t.text, p.text.begin, p.text.size()).append(" ");
  // Scripts without spaces may be parted inside what looks like one word.
  auto letters = [](std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
  };
  if (letters(shown) != letters(t.text)) return "words of the layout";
  for (const Turn& turn : layout.turns) {
    if (turn.first_paragraph != paragraphs || turn.paragraph_count == 0) return "turns";
    paragraphs += turn.paragraph_count;
  }
  return paragraphs == layout.paragraphs.size() ? "" : "paragraphs of turns";
}

TEST_CASE("every parser keeps its promises on every case of every format") {
  for (const FormatCase& c : format_cases())
    for (const TranscriptFormat* format : transcript_formats()) {
      CAPTURE(c.path);
      CAPTURE(format->name);
      CHECK(broken_promise(parse_text(*format, c.text).transcript) == "");
    }
}

static bool is_within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t found = 0;
  for (const std::string& word : whole)
    if (found < part.size() && part[found] == word) ++found;
  return found == part.size();
}

TEST_CASE("a case cut at every byte is read, and cut at a line end loses no words") {
  for (const FormatCase& c : format_cases()) {
    CAPTURE(c.path);
    Transcript whole = parse_text(*c.format, c.text).transcript;
    std::uint32_t line = 1;
    // A long line is cut at some of its bytes: the reader is the same for all.
    std::size_t step = c.text.size() > 2000 ? 7 : 1;
    for (std::size_t cut = 0; cut <= c.text.size(); cut += step) {
      std::string text = c.text.substr(0, cut);
      Parsed parsed = parse_text(*c.format, text);
      REQUIRE(broken_promise(parsed.transcript) == "");
      if (const TranscriptFormat* format = recognize_format(text)) REQUIRE(!format->name.empty());
      if (step > 1 || cut == 0 || text.back() != '\n') continue;
      ++line;
      if (parsed.report.find("error:") != std::string::npos) continue;
      // A cue is whole when the next one has begun.
      std::vector<std::string> before;
      for (std::size_t i = 0; i + 1 < whole.cues.size() && whole.cues[i + 1].line < line; ++i)
        for (std::string& word : words_of(whole.text_of(whole.cues[i])))
          before.push_back(std::move(word));
      CAPTURE(cut);
      CHECK(is_within(before, words_of(parsed.transcript)));
    }
  }
}

TEST_CASE("what is exported reads back and exports to the same bytes") {
  for (const FormatCase& c : format_cases())
    for (const TranscriptFormat* format : transcript_formats())
      for (const TranscriptWriter& writer : transcript_writers()) {
        CAPTURE(c.path);
        CAPTURE(format->name);
        CAPTURE(writer.name);
        Transcript transcript = parse_text(*format, c.text).transcript;
        if (transcript.cues.empty()) continue;
        std::string once = writer.write(transcript, layout_of(transcript));
        REQUIRE(recognize_format(once));
        const TranscriptFormat& reader = *recognize_format(once);
        Parsed again = parse_text(reader, once);
        CHECK(writer.write(again.transcript, layout_of(again.transcript)) == once);
        CHECK(again.report.find("time") == std::string::npos);
        CHECK(broken_promise(again.transcript) == "");
        if (writer.name == "markdown") CHECK(reader.name == "named-paragraphs");
        if (writer.name == "text") CHECK((reader.name == "plain" || reader.name == "name-time"));
        if (writer.name != "markdown" && writer.name != "text") CHECK(reader.name == writer.name);
        CHECK(words_of(again.transcript) == words_of(transcript));
      }
}
