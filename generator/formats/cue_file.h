// Files of cues ("start --> end", then text up to the next): what WebVTT and
// SubRip share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/lines.h"
#include "formats/timed_pieces.h"
#include "formats/transcript_builder.h"

namespace kbgen {

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

// Whether the first part of `text` has such a line with a counter above it or
// with a comma in it, as SubRip has.
bool has_subrip_times(std::string_view text);

// What a line before a line of times may be.
enum class CueIds { numbers, anything };

// Forgiving: a blank line inside a cue ends nothing, a missing one between two
// cues neither. Words before the first times become a cue without times, and
// times that cannot be read are reported as `bad-cue-times`.
std::vector<CueBlock> read_cue_blocks(LineReader& lines, CueIds ids, Diagnostics& diag);

// One stretch of one speaker inside a cue.
struct CuePart {
  std::string speaker;  // of `<v Name>` or "Name:"
  enum class Begins { nothing, speaker, dash } begins = Begins::nothing;
  std::string text;
  std::uint32_t line = 0;
};

enum class CueMarkup { webvtt, subrip };

// The words of a line of a cue without its tags, with entities decoded, parted
// where a voice tag begins.
std::vector<CuePart> read_cue_line(std::string_view line, std::uint32_t number, CueMarkup markup);

// The other way: words that a reader would take for a label or a dash stand
// behind a guard. `says_who`: a dash stands where a label could be expected.
void append_cue_text(std::string& out, const TimedPiece& piece, CueMarkup markup, bool says_who);

// The words of all cues. Where no voice tags are, labels ("Name: "), dashes and
// ">>" tell who speaks: a label holds until the next one.
void add_cues(const std::vector<CueBlock>& blocks, CueMarkup markup, TranscriptBuilder& transcript);

}  // namespace kbgen
