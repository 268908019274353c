// The text of cues: tags, entities and voices are read and written here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/timed_pieces.h"

namespace kbgen {

enum class CueMarkup { webvtt, subrip };

// What one speaker says within a cue.
struct CuePart {
  std::string speaker;  // of `<v Name>` or "Name:"
  enum class Begins { nothing, speaker, dash } begins = Begins::nothing;
  std::string text;
  std::uint32_t line = 0;
};

// Reads the words of one line of a cue: tags are dropped, entities decoded, and each
// voice tag begins a part.
std::vector<CuePart> read_cue_line(std::string_view line, std::uint32_t number, CueMarkup markup);

// Whether some reader could take the front of `text` for a label.
bool may_have_label(std::string_view text);

// Takes a sign that somebody else speaks off the front: "- Hello", ">> Hello".
bool take_dash(std::string_view& text);

// Appends a piece as the text of a cue. Words that a reader would take for a label
// or a dash stand behind a guard. With `says_who`, speech of nobody gets a dash,
// because a label could be expected there.
void append_cue_text(std::string& out, const TimedPiece& piece, CueMarkup markup, bool says_who);

}  // namespace kbgen
