// Tables of values parted by tabs, commas or semicolons: their rows, and which columns have what a
// transcript needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/time.h"

namespace kbgen {

// A row of a table, which may go over several lines where a cell is in quotation marks.
struct TableRow {
  std::vector<std::string> cells;
  std::uint32_t line = 0;
  Span where;

  // Without the spaces around it; empty if the row is shorter.
  std::string_view cell(std::size_t column) const;
};

// The rows of a file; blank lines are none.
std::vector<TableRow> read_table_rows(const SourceFile& file, char separator);

struct TableColumns {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  char separator = '\t';
  std::size_t start = none, end = none, speaker = none, text = none;
  bool has_head = true;  // the first row says what the columns are
  bool are_complete() const { return start != none && text != none; }
};

// The columns of a table, by the names in its first row or, where it has none, by what stands in
// them. Incomplete if the text is no table or if nothing in it has times and words.
TableColumns find_table_columns(std::string_view text);

// The time in a cell: "0:13", "13.5", or whole milliseconds.
std::optional<Timecode> read_table_time(std::string_view cell, bool is_ms);

}  // namespace kbgen
