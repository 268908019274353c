// Real transcripts that lie beside the project, or where KBGEN_SHARED says. They
// are not part of it, so a checkout without them skips this.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"
#include "formats/cases.h"
#include "formats/layout.h"
#include "formats/line_shapes.h"
#include "support/shared_folder.h"

using namespace kbgen;

static std::optional<std::string> real_text(const std::string& name) {
  const std::string path = shared_folder() + "/knowledge/transcripts/" + name;
  auto text = try_to_read(path).bytes;
  if (!text) MESSAGE("skipped: there is no " << path);
  return text;
}

namespace {

struct Read {
  Transcript transcript;
  Layout layout;
  std::string report;
};

}  // namespace

static Read read_as(std::string_view format, const std::string& text) {
  CHECK(recognize_format(text)->name == format);
  Parsed parsed = parse_text(*recognize_format(text), text);
  Layout layout = layout_of(parsed.transcript);
  return {std::move(parsed.transcript), std::move(layout), std::move(parsed.report)};
}

static std::string shown_words(const Read& read) {
  std::string words;
  for (const Paragraph& p : read.layout.paragraphs)
    words += read.transcript.text.substr(p.text.begin, p.text.size()) + " ";
  return collapse_space(words);
}

static std::size_t words_in(const Read& read, const Paragraph& p) {
  return split_words(std::string_view(read.transcript.text).substr(p.text.begin, p.text.size()))
      .size();
}

static std::size_t longest_paragraph(const Read& read) {
  std::size_t longest = 0;
  for (const Paragraph& p : read.layout.paragraphs) longest = std::max(longest, words_in(read, p));
  return longest;
}

// The words of the lines that `keep` leaves something of.
template <class Keep>
static std::string expected_words(const std::string& text, Keep keep) {
  std::string words;
  for (std::string_view line : split(text, '\n')) words.append(keep(line)).append(" ");
  return collapse_space(words);
}

static void check_exports(const Read& read) {
  for (const TranscriptWriter& writer : transcript_writers()) {
    CAPTURE(writer.name);
    std::string once = writer.write(read.transcript, layout_of(read.transcript));
    Parsed again = parse_text(*recognize_format(once), once);
    CHECK(writer.write(again.transcript, layout_of(again.transcript)) == once);
    CHECK(words_of(again.transcript) == words_of(read.transcript));
  }
}

TEST_CASE("a two-hour otter export has its turns, speakers and times") {
  auto text = real_text("chai-time-bracco.txt");
  if (!text) return;
  Read read = read_as("otter", *text);
  std::map<std::string, int> turns;
  for (const Turn& turn : read.layout.turns)
    ++turns[read.transcript.speakers.at(static_cast<std::size_t>(turn.speaker))];
  CHECK(read.layout.turns.size() == 149);
  CHECK(turns == std::map<std::string, int>{
                     {"Rob Bracco", 73}, {"Sanyam Bhutani", 75}, {"Unknown Speaker", 1}});
  CHECK(read.layout.turns.front().start == Timecode{13'000});
  CHECK(read.layout.turns.back().start == Timecode{7'072'000});
  CHECK(shown_words(read) == expected_words(*text, [](std::string_view line) {
          return read_otter_header(line) ? std::string_view() : line;
        }));
  CHECK(longest_paragraph(read) <= 160);
  CHECK(read.report == "");
  check_exports(read);
}

static std::string_view behind_time(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of("0123456789:"), line.size()));
}

TEST_CASE("timed lines keep every cue") {
  auto text = real_text("talk-python-298.txt");
  if (!text) return;
  Read read = read_as("timed-lines", *text);
  CHECK(read.transcript.cues.size() == 1240);
  CHECK(read.transcript.speakers.empty());
  CHECK(read.transcript.cues.front().start == Timecode{0});
  CHECK(read.transcript.cues.back().start == Timecode{3'369'000});
  CHECK(shown_words(read) == expected_words(*text, behind_time));
  CHECK(longest_paragraph(read) <= 160);
  check_exports(read);
}

TEST_CASE("captions without punctuation become paragraphs a person can read") {
  auto text = real_text("datatalks-valdarrama.txt");
  if (!text) return;
  Read read = read_as("youtube", *text);
  CHECK(read.transcript.cues.size() == 1852);
  CHECK(read.transcript.cues.front().start == Timecode{1'000});
  CHECK(read.transcript.cues.back().start == Timecode{3'738'000});
  CHECK(shown_words(read) == expected_words(*text, behind_time));
  CHECK(longest_paragraph(read) <= 160);
  for (const Paragraph& p : read.layout.paragraphs) {
    CHECK(p.start);
    CHECK(words_in(read, p) >= 12);
  }
  check_exports(read);
}

TEST_CASE("an hour in 27 lines is split at sentence ends") {
  auto text = real_text("talk-python-322.txt");
  if (!text) return;
  Read read = read_as("plain", *text);
  CHECK(read.transcript.cues.size() == 27);
  CHECK(read.layout.paragraphs.size() > 100);
  CHECK(longest_paragraph(read) <= 160);
  CHECK(shown_words(read) == expected_words(*text, [](std::string_view line) { return line; }));
  check_exports(read);
}

TEST_CASE("a written question-and-answer hour has its legend, its lists and its repaired emoji") {
  auto text = real_text("ama-sayak-paul.md");
  if (!text) return;
  Read read = read_as("named-paragraphs", *text);
  std::vector<std::string> speakers;
  for (const Turn& turn : read.layout.turns)
    speakers.push_back(turn.speaker < 0
                           ? ""
                           : read.transcript.speakers.at(static_cast<std::size_t>(turn.speaker)));
  CHECK(speakers == std::vector<std::string>{"", "P1", "S", "P2", "S", "P3", "S", "P4", "S", "P5",
                                             "S", "P6", "S", "P7", "S"});
  REQUIRE(read.transcript.legend.size() == 2);
  CHECK(read.transcript.legend[0].label == "S");
  CHECK(read.transcript.legend[0].meaning == "Sayak");
  CHECK(read.transcript.legend[1].label == "P(n)");
  CHECK(std::ranges::count(read.transcript.cues, Cue::Kind::list_item, &Cue::kind) == 7);
  CHECK(std::ranges::count(read.transcript.cues, Cue::Kind::quote, &Cue::kind) == 1);
  CHECK(std::ranges::count(read.transcript.marks, Mark::Kind::link, &Mark::kind) == 7);
  CHECK(read.transcript.text.find("\U0001F61B") != std::string::npos);
  CHECK(read.report ==
        "input:51:437: warning: this text was encoded twice; it was read as '\U0001F61B' "
        "[double-encoded]\n");
  check_exports(read);
}
