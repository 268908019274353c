// Tables with a row for each cue: Whisper's TSV (start, end, text in milliseconds), and CSV or
// TSV of other programs: times, a speaker, the words.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/table_columns.h"
#include "formats/transcript_builder.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

Fit looks_like_table(const FormatEvidence& evidence) {
  TableColumns columns = find_table_columns(evidence.text);
  if (!columns.are_complete()) return Fit::none;
  return columns.has_head ? Fit::certain : Fit::possible;
}

// Whether times are whole milliseconds, as Whisper writes them: seconds have fractions or
// colons, and no talk has a cue in each second of a day.
bool are_milliseconds(const std::vector<TableRow>& rows, std::size_t column) {
  std::size_t large = 0;
  for (const TableRow& row : rows) {
    std::string_view cell = row.cell(column);
    if (cell.empty()) continue;
    if (cell.find_first_not_of("0123456789") != cell.npos) return false;
    large += cell.size() >= 4;
  }
  return large * 2 >= rows.size();
}

// A row without words where they belong keeps what it has.
std::string words_of(const TableRow& row, const TableColumns& columns) {
  std::string words(row.cell(columns.text));
  return words.empty() ? join(row.cells, " ") : words;
}

// Where no column tells who speaks, the words may: "Mara: Welcome."
void add_as_captions(const std::vector<TableRow>& rows, const TableColumns& columns, bool is_ms,
                     TranscriptBuilder& transcript) {
  std::vector<std::string> words(rows.size());
  std::vector<CueBlock> blocks;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TableRow& row = rows[i];
    words[i] = words_of(row, columns);
    blocks.push_back({read_table_time(row.cell(columns.start), is_ms),
                      read_table_time(row.cell(columns.end), is_ms),
                      row.where,
                      {{words[i], row.line}}});
  }
  add_cues(blocks, CueMarkup::subrip, transcript);
}

Transcript parse_table(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  TableColumns columns = find_table_columns(file.text);
  std::vector<TableRow> rows = read_table_rows(file, columns.separator);
  if (!rows.empty() && columns.are_complete() && columns.has_head) rows.erase(rows.begin());
  const bool is_ms = are_milliseconds(rows, columns.start);
  if (columns.speaker == TableColumns::none) {
    add_as_captions(rows, columns, is_ms, transcript);
    return std::move(transcript).finish();
  }
  for (const TableRow& row : rows)
    transcript.add({.start = read_table_time(row.cell(columns.start), is_ms),
                    .end = read_table_time(row.cell(columns.end), is_ms),
                    .speaker = row.cell(columns.speaker),
                    .text = words_of(row, columns),
                    .where = row.where,
                    .line = row.line});
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat table_format = {"table", ".tsv", looks_like_table, parse_table};

}  // namespace kbgen
