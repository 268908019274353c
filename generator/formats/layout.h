// Lays cues out as turns and readable paragraphs.
//
// Captions without punctuation are joined at pauses, speaker changes and a
// sensible length; giant paragraphs are split at sentence ends. Words are
// neither lost nor moved: paragraphs are ranges of the transcript's text, in
// order, and together hold every word of it.
#pragma once

#include <vector>

#include "formats/transcript_cues.h"

namespace kbgen {

struct Paragraph {
  TextRange text;                 // of Transcript::text; a '\n' in it is a space
  std::optional<Timecode> start;  // of its first word; none where the file does not tell it
  std::uint32_t turn = 0;         // index into Layout::turns
  std::uint32_t line = 0;         // where it begins in the file, from 1
  Cue::Kind kind = Cue::Kind::speech;
};

// What one speaker says until another one speaks.
struct Turn {
  std::int32_t speaker = -1;  // index into Transcript::speakers; -1: not told
  std::optional<Timecode> start;
  std::optional<Timecode> end;  // of its last cue, if told; else the next turn's start
  std::uint32_t first_paragraph = 0;
  std::uint32_t paragraph_count = 0;
};

struct Layout {
  std::vector<Turn> turns;
  std::vector<Paragraph> paragraphs;
};

Layout layout_of(const Transcript& transcript);

}  // namespace kbgen
