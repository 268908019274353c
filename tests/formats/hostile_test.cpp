// Input that nobody means well with: it may be read as anything, but it is read,
// and in time.
#include <doctest/doctest.h>

#include <random>

#include "base/encoding.h"
#include "base/text.h"
#include "formats/cases.h"
#include "formats/layout.h"
#include "formats/transcript_builder.h"

using namespace kbgen;

static std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

static void read_with_everything(const std::string& bytes) {
  Diagnostics diag;
  SourceFile file = decode_source("input", bytes, diag);
  recognize_format(file.text);
  for (const TranscriptFormat* format : transcript_formats()) {
    Transcript transcript = parse_transcript(file, *format, diag);
    layout_of(transcript);
    CHECK(transcript.format == format->name);
  }
}

TEST_CASE("bytes that are no text") {
  read_with_everything("");
  read_with_everything("\n");
  read_with_everything("\xEF\xBB\xBF");
  read_with_everything(std::string("a\0b\0", 4));
  read_with_everything(
      "\xFF\xFE"
      "A\0:\0");
  read_with_everything("0:01 \xC3\x28 \xF0\x9F\n0:02 \xED\xA0\x80\n");
  read_with_everything("Ada  0:01\r\nwords\r\rmore\r\n");
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    std::string bytes;
    for (int k = 0; k < 300; ++k) bytes += static_cast<char>(random() & 0xFF);
    read_with_everything(bytes);
  }
}

TEST_CASE("line ends of other systems change nothing") {
  for (const FormatCase& c : format_cases()) {
    CAPTURE(c.path);
    Diagnostics diag;
    SourceFile file =
        decode_source("input", "\xEF\xBB\xBF" + replace_all(c.text, "\n", "\r\n"), diag);
    CHECK(recognize_format(file.text) == c.format);
    CHECK(to_cues(parse_text(*c.format, file.text)) == to_cues(parse_text(*c.format, c.text)));
  }
}

TEST_CASE("a megabyte of one thing") {
  for (std::string_view piece : {"a",
                                 "a ",
                                 "\n",
                                 "<",
                                 "<v ",
                                 "&",
                                 "&#",
                                 "{\\",
                                 "[",
                                 "(",
                                 "[(",
                                 "**",
                                 "Ada: ",
                                 "0:01 ",
                                 "0:01\n",
                                 "Ada  0:01\n",
                                 "- ",
                                 "> ",
                                 "#",
                                 "1\n",
                                 "-->",
                                 "00:00:00.000 --> 00:00:01.000\n",
                                 "{\"a\":",
                                 ". ",
                                 "\u3002",
                                 "\u200B",
                                 "`",
                                 "**[0:01] Ada:** x\n\n",
                                 "| Ada | ",
                                 "| Ada | x |\n",
                                 "[Ada] x\n",
                                 "Ada\n0:01\n",
                                 " >> Ada",
                                 "0:00:01.000,0:00:02.000\n",
                                 "1,",
                                 "start\ttext\n",
                                 "\"",
                                 "[Events]\nDialogue: {\\",
                                 "[00:01.00]x\n",
                                 "<tt><p begin=\"1s\">x",
                                 "<p begin ",
                                 "<!--",
                                 "{\"results\":[",
                                 "{\"text\":1,\"words\":[]},",
                                 "1\n\n\n",
                                 "\u91D1"}) {
    CAPTURE(piece);
    read_with_everything(repeat(piece, 200'000 / piece.size()));
    read_with_everything("WEBVTT\n\n00:01.000 --> 00:02.000\n" +
                         repeat(piece, 200'000 / piece.size()));
  }
  read_with_everything(repeat("x", 1'000'000));
  read_with_everything(repeat("\n", 100'000));
}

TEST_CASE("deep nesting") {
  read_with_everything(repeat("[", 100'000) + repeat("]", 100'000));
  read_with_everything("---\ntranscript:\n" + repeat("- ", 5'000) + "line: x\n---\n");
  read_with_everything(repeat(">", 5'000) + " **Ada:** x");
}

TEST_CASE("a hundred thousand speakers are as quick as two") {
  std::string text = "WEBVTT\n\n";
  for (int i = 0; i < 100'000; ++i)
    text += "00:01.000 --> 00:02.000\n<v S" + std::to_string(i) + ">hi\n\n";
  CHECK(parse_text(*find_format("webvtt"), text).transcript.speakers.size() == 100'000);
}

// Transcripts made of everything that means something to some format.
static std::string random_speech(std::mt19937& random) {
  static const std::string pieces[] = {"word",
                                       "Bell.",
                                       "and",
                                       "*",
                                       "**",
                                       "**bold**",
                                       "`code`",
                                       "_",
                                       "__x__",
                                       "[",
                                       "]",
                                       "[0:13]",
                                       "(0:13)",
                                       "[0:13] x",
                                       "<v Ada>",
                                       "<i>",
                                       "</i>",
                                       "&amp;",
                                       "&lt;",
                                       "&",
                                       "<",
                                       ">",
                                       "-->",
                                       "0:01",
                                       "0:01 --> 0:02",
                                       "00:00:01,000 --> 00:00:02,000",
                                       "Ada:",
                                       "**Ada:**",
                                       "Ada  0:13",
                                       "- x",
                                       "-",
                                       ">>",
                                       "# x",
                                       "#",
                                       "> q",
                                       "1.",
                                       "2)",
                                       "---",
                                       "===",
                                       "```",
                                       "WEBVTT",
                                       "NOTE",
                                       "{",
                                       "{\\an8}",
                                       "[no speaker]:",
                                       "https://x.example/a_b*c",
                                       "www.x.example.",
                                       "a@b.example",
                                       "\\",
                                       "\\[0:13\\]",
                                       "[a](b)",
                                       "![a](b)",
                                       "~~x~~",
                                       "|",
                                       "| a |",
                                       "\u00A0",
                                       "\u200B",
                                       "é",
                                       "鐘",
                                       "\U0001F514",
                                       "\"q\"",
                                       "line:",
                                       "transcript:",
                                       "1",
                                       "42",
                                       "Legend:",
                                       "\x01",
                                       "::",
                                       "=",
                                       "+ x",
                                       "Transcribed by https://otter.ai",
                                       "~",
                                       "!",
                                       "<https://x.example>",
                                       "[^1]",
                                       "&#58;"};
  std::string text;
  std::size_t count = 1 + random() % (random() % 10 == 0 ? 400 : 8);
  for (std::size_t i = 0; i < count; ++i)
    text += pieces[random() % std::size(pieces)] + (random() % 8 == 0 ? "" : " ");
  return text;
}

static Transcript random_transcript(std::mt19937& random) {
  static const std::string speakers[] = {"",    "",     "Ada", "Ben Aalto", "he who speaks",
                                         "[x]", "A: b", "<b>", "0:13",      "WEBVTT",
                                         "Q",   "&amp;"};
  Diagnostics diag;
  TranscriptBuilder builder(diag);
  std::int64_t ms = 0;
  bool has_times = random() % 4 != 0;
  for (std::size_t i = 0, n = 1 + random() % 12; i < n; ++i) {
    std::string text = random_speech(random);
    NewCue cue{.speaker = speakers[random() % std::size(speakers)], .text = text};
    ms += static_cast<std::int64_t>(random() % 4000);
    if (has_times && random() % 3 != 0) cue.start = Timecode{ms};
    if (cue.start && random() % 2)
      cue.end = Timecode{ms + static_cast<std::int64_t>(random() % 3000)};
    cue.opens = static_cast<Cue::Opens>(random() % 3);
    cue.kind = random() % 4 ? Cue::Kind::speech : static_cast<Cue::Kind>(random() % 4);
    if (cue.kind == Cue::Kind::heading)
      cue.speaker = {}, cue.start = {}, cue.end = {}, cue.opens = Cue::Opens::paragraph;
    std::vector<Mark> marks;
    if (random() % 3 == 0) {
      auto begin = static_cast<std::uint32_t>(random() % text.size());
      while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
      marks.push_back({static_cast<Mark::Kind>(random() % 5),
                       {begin, static_cast<std::uint32_t>(text.size())},
                       "https://x.example/(y)"});
    }
    builder.add(cue, marks);
  }
  return std::move(builder).finish();
}

TEST_CASE("whatever was said, exports read back to the same words and bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    Transcript transcript = random_transcript(random);
    if (transcript.cues.empty()) continue;
    for (const TranscriptWriter& writer : transcript_writers()) {
      std::string once = writer.write(transcript, layout_of(transcript));
      Parsed again = parse_text(*recognize_format(once), once);
      CAPTURE(round);
      CAPTURE(writer.name);
      REQUIRE(writer.write(again.transcript, layout_of(again.transcript)) == once);
      REQUIRE(words_of(again.transcript) == words_of(transcript));
    }
  }
}
