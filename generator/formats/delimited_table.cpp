// Tables with a row for each cue: Whisper's TSV (start, end, text in milliseconds), and CSV or
// TSV of other programs whose first row names the columns: times, a speaker, the words.
#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/lines.h"
#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/line_times.h"
#include "formats/transcript_builder.h"
#include "formats/transcript_format.h"

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

// A row of a table, which may go over several lines where a cell is in quotation marks.
struct Row {
  std::vector<std::string> cells;
  std::uint32_t line = 0;
  Span where;

  // Without the spaces around it; empty if the row is shorter.
  std::string_view cell(std::size_t column) const {
    return column < cells.size() ? trim(cells[column]) : std::string_view();
  }
};

// Adds the cells of a line to a row. True if a quotation goes on in the next line.
bool add_cells(std::string_view line, char separator, bool is_quoted, Row& row) {
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

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Columns {
  char separator = '\t';
  std::size_t start = none, end = none, speaker = none, text = none;
  bool are_complete() const { return start != none && text != none; }
};

template <std::size_t n>
std::size_t find_column(const std::vector<std::string>& cells,
                        const std::array<std::string_view, n>& names) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (std::ranges::find(names, lower_ascii(trim(cells[i]))) != names.end()) return i;
  return none;
}

// The columns of a table by its first row; incomplete if that names no times or no words.
Columns columns_of(std::string_view first_line) {
  for (char separator : {'\t', ',', ';'}) {
    Row row;
    add_cells(first_line, separator, false, row);
    Columns columns{separator, find_column(row.cells, start_names),
                    find_column(row.cells, end_names), find_column(row.cells, speaker_names),
                    find_column(row.cells, text_names)};
    if (columns.are_complete()) return columns;
  }
  return {};
}

std::string_view first_line_of(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
  return text.substr(0, text.find('\n'));
}

Fit looks_like_table(const FormatEvidence& evidence) {
  std::string_view first = first_line_of(evidence.text);
  return first.size() < 400 && columns_of(first).are_complete() ? Fit::certain : Fit::none;
}

std::vector<Row> read_rows(const SourceFile& file, char separator) {
  std::vector<Row> rows;
  bool is_quoted = false;
  for (LineReader lines(file); lines.next();) {
    if (!is_quoted && trim(lines.text()).empty()) continue;
    if (!is_quoted) rows.push_back({{}, lines.number(), lines.span()});
    is_quoted = add_cells(lines.text(), separator, is_quoted, rows.back());
  }
  return rows;
}

// Whether times are whole milliseconds, as Whisper writes them: seconds have fractions or
// colons, and no talk has a cue in each second of a day.
bool are_milliseconds(const std::vector<Row>& rows, std::size_t column) {
  std::size_t large = 0;
  for (const Row& row : rows) {
    std::string_view cell = row.cell(column);
    if (cell.empty()) continue;
    if (cell.find_first_not_of("0123456789") != cell.npos) return false;
    large += cell.size() >= 4;
  }
  return large * 2 >= rows.size();
}

std::optional<Timecode> read_time(std::string_view cell, bool is_ms) {
  if (!is_ms) {
    auto clock = read_clock(cell);
    return clock ? clock : parse_timecode(cell);
  }
  std::int64_t ms = 0;
  auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), ms);
  bool is_time = !cell.empty() && error == std::errc() && ms <= longest_recording.ms;
  return is_time ? std::optional(Timecode{ms}) : std::nullopt;
}

// A row without words where they belong keeps what it has.
std::string words_of(const Row& row, const Columns& columns) {
  std::string words(row.cell(columns.text));
  return words.empty() ? join(row.cells, " ") : words;
}

// Where no column tells who speaks, the words may: "Mara: Welcome."
void add_as_captions(const std::vector<Row>& rows, const Columns& columns, bool is_ms,
                     TranscriptBuilder& transcript) {
  std::vector<std::string> words(rows.size());
  std::vector<CueBlock> blocks;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    words[i] = words_of(row, columns);
    blocks.push_back({read_time(row.cell(columns.start), is_ms),
                      read_time(row.cell(columns.end), is_ms),
                      row.where,
                      {{words[i], row.line}}});
  }
  add_cues(blocks, CueMarkup::subrip, transcript);
}

Transcript parse_table(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  Columns columns = columns_of(first_line_of(file.text));
  std::vector<Row> rows = read_rows(file, columns.separator);
  if (!rows.empty() && columns.are_complete()) rows.erase(rows.begin());
  const bool is_ms = are_milliseconds(rows, columns.start);
  if (columns.speaker == none) {
    add_as_captions(rows, columns, is_ms, transcript);
    return std::move(transcript).finish();
  }
  for (const Row& row : rows)
    transcript.add({.start = read_time(row.cell(columns.start), is_ms),
                    .end = read_time(row.cell(columns.end), is_ms),
                    .speaker = row.cell(columns.speaker),
                    .text = words_of(row, columns),
                    .where = row.where,
                    .line = row.line});
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat table_format = {"table", ".tsv", looks_like_table, parse_table};

}  // namespace kbgen
