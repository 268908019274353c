// Learns from a whole text how it marks who speaks and when.
//
// What repeats is the dress: a way of writing that opens several turns, most of all with
// names that come again. What does not fit stays text, but for slips: a name that the
// text has as a speaker, without its colon, is that speaker.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/time.h"

namespace kbgen {

// One line that begins a turn, or tells the time of one.
struct TurnLine {
  std::uint32_t number = 0;  // in the file, from 1
  std::string_view line;     // all of it
  std::string_view name;     // empty: it tells a time only
  std::optional<Timecode> start, end;
  std::string_view text;    // the words behind
  bool is_unknown = false;  // somebody speaks of whom no name is told
  bool is_of_day = false;   // its time was one of a day, and is counted from the first of them
};

// The lines of `body` that begin a turn, in their order. Empty if the text marks none.
std::vector<TurnLine> find_turn_lines(Span body);

// Whether a line is the one of a table below which its rows stand: "|---|---|". The line above it
// says what the columns are.
bool is_table_rule(std::string_view line);

}  // namespace kbgen
