// The grammar of who and when: every way in which one line of a text can begin a turn.
//
// A turn begins with a name, a time, or both, in either order: bold, italic, in brackets of
// any kind or backticks; as a heading, a list item, a quotation or a table row; parted from
// each other and from the words by a colon, a comma, a dash, an arrow, a dot, a bar, a tab,
// or the end of the line.
// Prose can look like that, too ("Note: this"), so one line alone decides nothing:
// turn_dress.h finds out which of these ways a file means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/line_times.h"

namespace kbgen {

struct TurnOpening {
  std::string_view name;         // empty: there is none
  bool looks_like_name = false;  // and not like other words
  std::optional<TimeRange> time;
  std::string dress;      // how it is written, the same for all openings that are written alike
  std::string_view text;  // the words behind it

  bool is_header() const { return text.empty(); }
};

// All openings that a line may be. A line behind a guard is none.
std::vector<TurnOpening> read_openings(std::string_view line);

// Whether a text ends with what parts a name from its time, and belongs to neither: a comma, a bar,
// or a dash, arrow or dot behind a space.
bool ends_with_sign(std::string_view text);

// The dress of a name that only its capitals part from the words: "HOST Welcome".
inline constexpr std::string_view shouted_dress = "N^";

// Whether a dress marks its names by more than a plain colon, so that prose has it rarely:
// a time beside the name, bold, brackets.
bool is_marked_dress(std::string_view dress);

}  // namespace kbgen
