// What was said, whatever the file format was. Every reader makes a Transcript, and
// everything after it uses nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/marked_text.h"
#include "base/time.h"

namespace kbgen {

// One stretch of speech, as finely as the file tells.
struct Cue {
  // What begins with this cue according to the file. A change of speaker
  // begins a turn by itself.
  enum class Opens { nothing, paragraph, turn };
  enum class Kind { speech, heading, list_item, quote };

  std::optional<Timecode> start;
  std::optional<Timecode> end;
  std::int32_t speaker = -1;  // index into Transcript::speakers; -1: not told
  TextRange text;             // of Transcript::text
  std::uint32_t line = 0;     // where it stands in the file, from 1
  Opens opens = Opens::nothing;
  Kind kind = Kind::speech;
};

// A line of a legend: what a label stands for. "P(n)" stands for P1, P2, ….
struct LegendEntry {
  std::string label;
  std::string meaning;
};

// Cues are in the order of the file, their ranges ascend and do not overlap;
// every start is at or after the one before it (a reader that meets a time
// running backwards reports it and drops the time, not the words).
struct Transcript {
  std::string format;                 // the name of the TranscriptFormat
  std::string text;                   // all cues, joined by '\n', or by nothing in some scripts
  std::vector<std::string> speakers;  // labels as written, in order of appearance
  std::vector<Cue> cues;
  std::vector<Mark> marks;  // on `text`
  std::vector<LegendEntry> legend;

  std::string_view text_of(const Cue& cue) const {
    return std::string_view(text).substr(cue.text.begin, cue.text.size());
  }
};

}  // namespace kbgen
