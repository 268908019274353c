#include "formats/table_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/lines.h"
#include "base/text.h"
#include "formats/labels.h"
#include "formats/line_times.h"

namespace kbgen {

namespace {

constexpr std::array<std::string_view, 10> start_names = {
    "start", "start time", "start_time", "starttime", "timestamp",
    "time",  "begin",      "in",         "from",      "timecode"};
constexpr std::array<std::string_view, 6> end_names = {"end",     "end time", "end_time",
                                                       "endtime", "out",      "to"};
constexpr std::array<std::string_view, 6> speaker_names = {"speaker",      "name",  "speaker name",
                                                           "speaker_name", "actor", "who"};
constexpr std::array<std::string_view, 8> text_names = {
    "text", "transcript", "words", "content", "sentence", "utterance", "caption", "line"};

// Adds the cells of a line to a row. True if a quotation goes on in the next line.
bool add_cells(std::string_view line, char separator, bool is_quoted, TableRow& row) {
  if (!is_quoted) row.cells.emplace_back();
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string& cell = row.cells.back();
    bool may_open = cell.empty() && !is_quoted;
    if (line[i] == '"' && is_quoted && line.substr(i + 1).starts_with('"')) {
      cell += line[i++];
    } else if (line[i] == '"' && (is_quoted || may_open)) {
      is_quoted = !is_quoted;
    } else if (line[i] == separator && !is_quoted) {
      row.cells.emplace_back();
    } else {
      cell += line[i];
    }
  }
  if (is_quoted) row.cells.back() += ' ';
  return is_quoted;
}

constexpr std::size_t none = TableColumns::none;

template <std::size_t n>
std::size_t find_column(const std::vector<std::string>& cells,
                        const std::array<std::string_view, n>& names) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (std::ranges::find(names, lower_ascii(trim(cells[i]))) != names.end()) return i;
  return none;
}

std::string_view first_line_of(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
  return text.substr(0, text.find('\n'));
}

// The columns of a table by its first row; incomplete if that names no times or no words.
TableColumns named_columns(std::string_view text) {
  constexpr std::size_t longest_head = 400;  // bytes
  std::string_view head = first_line_of(text);
  if (head.size() >= longest_head) return {};
  for (char separator : {'\t', ',', ';'}) {
    TableRow row;
    add_cells(head, separator, false, row);
    TableColumns columns{separator, find_column(row.cells, start_names),
                         find_column(row.cells, end_names), find_column(row.cells, speaker_names),
                         find_column(row.cells, text_names)};
    if (columns.are_complete()) return columns;
  }
  return {};
}

// Looks at the cells of tables that name no columns.
class ColumnGuess {
 public:
  explicit ColumnGuess(const std::vector<TableRow>& rows) : rows_(rows) {}

  TableColumns columns(char separator) const {
    const std::size_t width = rows_.front().cells.size();
    TableColumns found{.separator = separator, .has_head = false};
    for (std::size_t i = 0; i < width; ++i) {
      if (are_times(i))
        (found.start == none ? found.start : found.end) = i;
      else if (found.speaker == none && are_names(i))
        found.speaker = i;
    }
    std::size_t longest = 0;
    for (std::size_t i = 0; i < width; ++i) {
      if (i == found.start || i == found.end || i == found.speaker) continue;
      std::size_t words = words_in(i);
      if (words > longest) longest = words, found.text = i;
    }
    // Names and numbers in a table are no transcript: somebody says more than two words at a time.
    if (longest < 3 * rows_.size()) found.text = none;
    return found;
  }

 private:
  bool are_times(std::size_t column) const {
    return std::ranges::all_of(
        rows_, [&](const TableRow& row) { return read_clock(row.cell(column)).has_value(); });
  }

  bool are_names(std::size_t column) const {
    std::set<std::string_view> names;
    for (const TableRow& row : rows_) {
      if (!is_label(row.cell(column))) return false;
      names.insert(row.cell(column));
    }
    return names.size() * 2 <= rows_.size();
  }

  std::size_t words_in(std::size_t column) const {
    std::size_t words = 0;
    for (const TableRow& row : rows_) words += split_words(row.cell(column)).size();
    return words;
  }

  const std::vector<TableRow>& rows_;
};

TableColumns guessed_columns(std::string_view text) {
  constexpr std::size_t enough = 16 * 1024, fewest_rows = 4, fewest_cells = 3;
  SourceFile beginning{"", std::string(text.substr(0, enough))};
  // What was cut off is no row.
  if (text.size() > enough) beginning.text.resize(beginning.text.rfind('\n') + 1);
  for (char separator : {'\t', ',', ';'}) {
    // Most texts are no tables, and their first line has no time in a cell of its own.
    TableRow first;
    add_cells(first_line_of(beginning.text), separator, false, first);
    auto is_time = [](const std::string& cell) { return read_clock(trim(cell)).has_value(); };
    if (first.cells.size() < fewest_cells || std::ranges::none_of(first.cells, is_time)) continue;
    std::vector<TableRow> rows = read_table_rows(beginning, separator);
    bool are_alike =
        rows.size() >= fewest_rows && std::ranges::all_of(rows, [&](const auto& row) {
          return row.cells.size() >= fewest_cells && row.cells.size() == rows[0].cells.size();
        });
    if (are_alike) return ColumnGuess(rows).columns(separator);
  }
  return {};
}

}  // namespace

std::string_view TableRow::cell(std::size_t column) const {
  return column < cells.size() ? trim(cells[column]) : std::string_view();
}

std::vector<TableRow> read_table_rows(const SourceFile& file, char separator) {
  std::vector<TableRow> rows;
  bool is_quoted = false;
  for (LineReader lines(file); lines.next();) {
    if (!is_quoted && trim(lines.text()).empty()) continue;
    if (!is_quoted) rows.push_back({{}, lines.number(), lines.span()});
    is_quoted = add_cells(lines.text(), separator, is_quoted, rows.back());
  }
  return rows;
}

TableColumns find_table_columns(std::string_view text) {
  TableColumns columns = named_columns(text);
  return columns.are_complete() ? columns : guessed_columns(text);
}

std::optional<Timecode> read_table_time(std::string_view cell, bool is_ms) {
  if (!is_ms) {
    auto clock = read_clock(cell);
    return clock ? clock : parse_timecode(cell);
  }
  std::int64_t ms = 0;
  auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), ms);
  bool is_time = !cell.empty() && error == std::errc() && ms <= longest_recording.ms;
  return is_time ? std::optional(Timecode{ms}) : std::nullopt;
}

}  // namespace kbgen
