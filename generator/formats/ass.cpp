// Subtitles of Aegisub and others (.ass, .ssa): a table in which "Format:" names the columns
// and each "Dialogue:" is a cue. The name column tells who speaks; "{\…}" is drawing.
#include <algorithm>
#include <vector>

#include "base/lines.h"
#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/rolling_captions.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

constexpr std::string_view dialogue = "Dialogue:", format = "Format:";

Fit looks_like_ass(const FormatEvidence& evidence) {
  constexpr std::size_t enough = 4096;
  for (std::string_view line : split(evidence.text.substr(0, enough), '\n')) {
    if (line.empty() || line.starts_with(';')) continue;
    bool begins = line.starts_with("[Script Info]") || line.starts_with("[Events]");
    return begins && evidence.has("[Events]") ? Fit::certain : Fit::none;
  }
  return Fit::none;
}

// The columns of a line. The last one is the text, which may have commas of its own.
std::vector<std::string_view> cells_of(std::string_view line, std::size_t columns) {
  std::vector<std::string_view> cells;
  while (cells.size() + 1 < columns) {
    std::size_t comma = line.find(',');
    if (comma == line.npos) break;
    cells.push_back(trim(line.substr(0, comma)));
    line.remove_prefix(comma + 1);
  }
  cells.push_back(line);
  return cells;
}

// The words of a cue: without what draws, and with its line ends as lines.
std::string words_of(std::string_view text) {
  std::string words;
  const std::size_t last_close = text.rfind('}');
  const char* last = last_close == text.npos ? nullptr : text.data() + last_close;
  while (!text.empty()) {
    bool is_drawing = text.starts_with("{\\") && last && text.data() < last;
    std::size_t close = is_drawing ? text.find('}') : text.npos;
    if (close != text.npos) {
      text.remove_prefix(close + 1);
    } else if (text.starts_with("\\N") || text.starts_with("\\n") || text.starts_with("\\h")) {
      words += ' ';
      text.remove_prefix(2);
    } else {
      words += text[0];
      text.remove_prefix(1);
    }
  }
  return words;
}

struct Columns {
  std::size_t count = 10, start = 1, end = 2, name = 4;  // as nearly every file has them
};

Columns read_columns(std::string_view line) {
  std::vector<std::string_view> names = split(line, ',');
  Columns columns;
  columns.count = names.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string_view name = trim(names[i]);
    if (equals_ignoring_ascii_case(name, "start")) columns.start = i;
    if (equals_ignoring_ascii_case(name, "end")) columns.end = i;
    if (equals_ignoring_ascii_case(name, "name") || equals_ignoring_ascii_case(name, "actor"))
      columns.name = i;
  }
  return columns;
}

Transcript parse_ass(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  Columns columns;
  bool are_events = false;
  for (LineReader lines(file); lines.next();) {
    std::string_view line = trim(lines.text());
    if (line.starts_with('[')) are_events = line.starts_with("[Events]");
    if (are_events && line.starts_with(format)) columns = read_columns(line.substr(format.size()));
    if (!are_events || !line.starts_with(dialogue)) continue;
    std::vector<std::string_view> cells = cells_of(line.substr(dialogue.size()), columns.count);
    auto cell = [&](std::size_t i) { return i < cells.size() ? cells[i] : std::string_view(); };
    std::string words = words_of(cells.back());
    transcript.add({.start = parse_timecode(cell(columns.start)),
                    .end = parse_timecode(cell(columns.end)),
                    .speaker = cells.size() == columns.count ? cell(columns.name) : "",
                    .text = words,
                    .where = lines.span(),
                    .line = lines.number()});
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat ass_format = {"ass", ".ass", looks_like_ass, parse_ass};

}  // namespace kbgen
