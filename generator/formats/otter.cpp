// Exports of otter.ai: "Name  1:02:03" alone on a line, then paragraphs. There is no
// description of the format; this follows exports found in public archives. Also
// read: a time without a name, speech behind the time on the same line, and exports
// that were imported and exported again, where "0:00 " stands before every line (`0:00
// Name  53:14`). The advertising line at the end is nobody's speech and is left out.
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/guard.h"
#include "formats/line_shapes.h"
#include "formats/line_times.h"
#include "formats/plain_paragraphs.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_otter(const FormatEvidence& evidence) {
  const LineSurvey& lines = evidence.lines;
  bool has_headers = lines.otter_headers >= 2 || lines.first == LineShape::otter;
  bool are_most = lines.otter_headers >= lines.name_times && lines.otter_headers * 2 >= lines.timed;
  return has_headers && are_most ? Fit::likely : Fit::none;
}

static bool is_advertising(std::string_view text) {
  return lower_ascii(text.substr(0, 40)).starts_with("transcribed by https://otter.ai");
}

// Drops the "0:00 " that a second export put before every line.
static std::string_view without_zero_time(std::string_view line) {
  auto timed = read_timed_line(line);
  bool is_zero = timed && timed->start.ms == 0 && !timed->in_brackets && !timed->text.empty();
  return is_zero ? timed->text : trim(line);
}

static Transcript parse_otter(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  ProseReader prose(transcript);
  LineReader lines(file);
  while (lines.next()) {
    std::string_view line = without_zero_time(lines.text());
    if (lines.text().starts_with(guard)) {
      prose.add_line(lines.text(), lines);
    } else if (auto header = read_otter_header(line)) {
      prose.begin_turn(header->name, header->time, lines);
      if (!header->text.empty()) prose.add_line(header->text, lines);
    } else if (auto timed = read_timed_line(line); timed && timed->text.empty()) {
      prose.begin_turn("", timed->start, lines);
    } else if (!is_advertising(line)) {
      prose.add_line(line, lines);
    }
  }
  return std::move(transcript).finish();
}

extern const TranscriptFormat otter_format = {"otter", ".txt", looks_like_otter, parse_otter,
                                              Syntax::prose};

}  // namespace kbgen
