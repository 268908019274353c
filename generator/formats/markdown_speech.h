// How names and times stand in Markdown transcripts, which the formats of text read and
// the Markdown export writes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/markdown.h"
#include "base/time.h"
#include "formats/transcript_builder.h"

namespace kbgen {

// The front matter of our Markdown export. In a file that begins with it only bold
// labels count.
inline constexpr std::string_view export_front_matter =
    "---\ntranscript: {format: named-paragraphs}\n---\n";

// The front matter of the Markdown twin of an episode's page. The title, the facts and the notes
// come first; the transcript is below the first heading of the second level.
inline constexpr std::string_view twin_front_matter =
    "---\n# Below the first heading of the second level is the transcript.\n"
    "transcript: {format: named-paragraphs}\n---\n";

// A speaker's label in bold at the front of a paragraph: "**Name:** text", "**Name**:
// text", "**Q: text**".
struct SpeechLabel {
  std::string_view label;        // as spelled, perhaps in brackets
  std::uint32_t text_begin = 0;  // where the words begin
};

std::optional<SpeechLabel> find_bold_label(std::string_view text, const std::vector<Mark>& marks);

// A time in the middle of speech: "[04:33]" or "[@04:33]" at the front of a word, or
// "(04:33)" at the front of the paragraph.
struct TimeMark {
  TextRange text;
  Timecode time;
};
// The first one at or behind `from`.
std::optional<TimeMark> find_time_mark(std::string_view text, std::uint32_t from);

// The marks within `range`, cut at its ends and counted from its beginning.
std::vector<Mark> marks_within(std::span<const Mark> marks, TextRange range);

// Adds blocks of Markdown to a transcript, in their order. It knows who speaks: a turn
// goes on until the next one begins.
class SpeechBlocks {
 public:
  // Whether paragraphs that look like stage lines are nobody's words. In our own exports
  // each paragraph says whose it is.
  enum class StageLines { by_look, none };

  SpeechBlocks(Span body, StageLines stage_lines, TranscriptBuilder& transcript)
      : body_(body), stage_lines_(stage_lines), transcript_(&transcript) {}

  // Begins a turn, which goes to the next words. A turn in which nobody said anything
  // ("**Break:**") was meant to be read: its name becomes a heading.
  void begin_turn(std::string_view speaker, std::uint32_t line);
  // The next words begin at this time.
  void begin_time(std::optional<Timecode> start, std::optional<Timecode> end);
  // The next words are nobody's of whom a name is told.
  void forget_speaker() { speaker_.clear(); }

  // Adds the words of a block from `begin` on, a cue for each part between its time marks.
  void add(const MarkdownBlock& block, std::uint32_t begin);
  // To be called behind the last block.
  void finish() { end_turn(); }

 private:
  NewCue cue_of(const MarkdownBlock& block, std::string_view text);
  bool add_parts(const MarkdownBlock& block, std::uint32_t begin, NewCue cue);
  void end_turn();
  Span place_of(std::uint32_t line);

  Span body_;
  StageLines stage_lines_;
  TranscriptBuilder* transcript_;
  std::string speaker_;
  std::optional<Timecode> start_, end_;
  NewCue waiting_;  // the cue of a turn that no words have followed yet
  Cue::Opens opens_ = Cue::Opens::paragraph;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace kbgen
