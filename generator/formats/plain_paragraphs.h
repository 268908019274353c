// Paragraphs of plain words, as people type and paste them. `plain` has nothing else,
// `otter` and `name-time` have them between their headers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/lines.h"
#include "formats/transcript_builder.h"

namespace kbgen {

// Takes the lines of a file in their order and adds them to a transcript.
class ProseReader {
 public:
  explicit ProseReader(TranscriptBuilder& transcript) : transcript_(&transcript) {}

  // Begins a turn: the next words are this speaker's, the first of them at `start`.
  // `lines` stands at the header.
  void begin_turn(std::string_view speaker, std::optional<Timecode> start, const LineReader& lines);
  // Begins a paragraph of the same speaker, at `start`.
  void begin_paragraph(std::optional<Timecode> start, Span where);

  // Adds a line of words. A blank line parts paragraphs, and so does the end of a long
  // line: lines that were wrapped by hand are short. In a Markdown file the signs of a line are
  // read: its links, emphasis and code become marks, and items of lists and quotations are such.
  void add_line(std::string_view text, const LineReader& lines);

  // Adds the name of a turn in which nobody said anything ("TAPE 2 ENDS 0:45") as a heading,
  // if it is no speaker's: it was meant to be read. To be called before each turn begins
  // and at the end, by formats whose names may be such lines.
  void keep_wordless_name();

 private:
  bool add_markdown(std::string_view text, const LineReader& lines);
  bool add_words(const NewCue& cue, const std::vector<Mark>& marks, std::size_t length);

  TranscriptBuilder* transcript_;
  std::string speaker_;
  std::optional<Timecode> start_;
  Span where_;
  std::uint32_t line_ = 0;  // of the header
  Cue::Opens opens_ = Cue::Opens::paragraph;
};

}  // namespace kbgen
