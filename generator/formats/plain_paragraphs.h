// Paragraphs of plain words, as people type and paste them. `plain` has nothing else,
// `otter` and `name-time` have them between their headers.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/lines.h"
#include "formats/transcript_builder.h"

namespace kbgen {

// Takes the lines of a file in their order and adds them to a transcript.
class ProseReader {
 public:
  explicit ProseReader(TranscriptBuilder& transcript) : transcript_(&transcript) {}

  // Begins a turn: the next words are this speaker's, the first of them at `start`.
  // `where` is the header, for reports.
  void begin_turn(std::string_view speaker, std::optional<Timecode> start, Span where);
  // Begins a paragraph of the same speaker, at `start`.
  void begin_paragraph(std::optional<Timecode> start, Span where);

  // Adds a line of words. A blank line parts paragraphs, and so does the end of a long
  // line: lines that were wrapped by hand are short.
  void add_line(std::string_view text, const LineReader& lines);

 private:
  TranscriptBuilder* transcript_;
  std::string speaker_;
  std::optional<Timecode> start_;
  Span where_;
  Cue::Opens opens_ = Cue::Opens::paragraph;
};

}  // namespace kbgen
