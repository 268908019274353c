// Files of cues: "start --> end", then text up to the next cue. WebVTT and SubRip
// share this.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/lines.h"
#include "base/time.h"

namespace kbgen {

// One cue as it stands in the file.
struct CueBlock {
  std::optional<Timecode> start, end;
  Span where;  // the line of times
  struct Line {
    std::string_view text;
    std::uint32_t number;
  };
  std::vector<Line> lines;  // without blank ones
};

// Whether `line` is the times of a cue and not words with an arrow in them.
bool is_cue_times(std::string_view line);

// Whether the first 16 KB of `text` have a line of times as SubRip writes it: under
// a counter, or with a comma before the fraction.
bool has_subrip_times(std::string_view text);

// What may stand above the times of a cue, to name it.
enum class CueIds { numbers, anything };

// Parts a file into its cues and forgives much: a blank line inside a cue does not
// end it, and between two cues there need be none. Words before the first times
// become a cue without times. Times that cannot be read are reported as
// `bad-cue-times`, and their words are kept.
std::vector<CueBlock> read_cue_blocks(LineReader& lines, CueIds ids, Diagnostics& diag);

}  // namespace kbgen
