// Paragraphs of plain words, as people type and paste them: what `plain`,
// `otter` and `name-time` have between their headers.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/lines.h"
#include "formats/transcript_builder.h"

namespace kbgen {

class ProseReader {
 public:
  explicit ProseReader(TranscriptBuilder& transcript) : transcript_(&transcript) {}

  // The next words are this speaker's; the first of them have this time.
  void begin_turn(std::string_view speaker, std::optional<Timecode> start, Span where);
  // The speaker goes on, at a time that is told.
  void begin_paragraph(std::optional<Timecode> start, Span where);

  // A blank line parts paragraphs. So does the end of a long line: lines that
  // were wrapped by hand are short.
  void add_line(std::string_view text, const LineReader& lines);

 private:
  TranscriptBuilder* transcript_;
  std::string speaker_;
  std::optional<Timecode> start_;
  Span where_;
  Cue::Opens opens_ = Cue::Opens::paragraph;
};

}  // namespace kbgen
