// Cues with a time each, for the exports that cannot do without.
#pragma once

#include <string_view>
#include <vector>

#include "formats/layout.h"
#include "formats/transcript_cues.h"

namespace kbgen {

// What one speaker says at one time.
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

// Makes one piece of each cue, and several of a giant one, as the layout parts it.
// Times that the file does not tell are estimated by counting words, between the times
// around them, and at 150 words a minute where none follows. The pieces point into
// the transcript.
TimedPieces timed_pieces(const Transcript& transcript, const Layout& layout);

}  // namespace kbgen
