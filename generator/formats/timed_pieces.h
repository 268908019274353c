// Cues as formats want them that cannot do without times.
#pragma once

#include <string_view>
#include <vector>

#include "formats/layout.h"
#include "formats/transcript.h"

namespace kbgen {

struct TimedPiece {
  Timecode start, end;       // end is after start
  std::string_view speaker;  // empty: not told
  std::string_view text;     // one line
  bool begins_turn = false;  // not the first piece, and somebody else speaks
};

struct TimedPieces {
  std::vector<TimedPiece> pieces;
  bool are_estimated = false;  // the transcript tells no time at all
};

// One piece a cue; a giant cue in the parts that the layout makes of it. Times
// that are not told are estimated by counting words, between the told times
// around them, and at 150 words a minute where none follows.
TimedPieces timed_pieces(const Transcript& transcript, const Layout& layout);

}  // namespace kbgen
