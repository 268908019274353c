// A time at the front of every line: "00:00:03 text", "[0:03] text",
// "[0:03 --> 0:05] text". Talk Python and many others write it, usually with
// blank lines between; what whisper.cpp prints on a terminal is the same with
// an end. A line without a time goes on with the words before it.
#include "formats/timed_lines.h"

#include "base/lines.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/labels.h"
#include "formats/line_shapes.h"
#include "formats/line_times.h"
#include "formats/transcript_builder.h"
#include "formats/transcript_format.h"

namespace kbgen {

// Where a file has its names, if it has any: before the words ("[0:03] Ada: text") or
// alone behind the time, with the words below ("[0:03] - Ada", Sonix). They count
// when many lines have them; one "Note: this" makes no speaker.
enum class Names { none, before_words, above_words };

static Names find_names(const SourceFile& file) {
  std::size_t labelled = 0, alone = 0, timed = 0;
  bool may_be_above = false;  // the line before, but for blank ones, may be a name above its words
  for (LineReader lines(file); lines.next() && timed < 2000;) {
    if (trim(lines.text()).empty()) continue;
    auto line = read_timed_line(lines.text());
    if (may_be_above && !line) ++alone;
    may_be_above = false;
    if (!line || line->text.empty()) continue;
    ++timed;
    if (read_label(line->text))
      ++labelled;
    else
      may_be_above = is_label(line->text);
  }
  if (alone >= 2 && alone * 5 >= timed * 4) return Names::above_words;
  return labelled >= 2 && labelled * 4 >= timed ? Names::before_words : Names::none;
}

Transcript parse_timed_lines(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  LineReader lines(file);
  Names names = find_names(file);
  NewCue next;  // its time was read, its words follow
  std::string speaker;
  Cue::Opens opens = Cue::Opens::nothing;
  DayClock day;
  while (lines.next()) {
    std::string_view line = lines.text();
    if (auto timed = read_timed_line(line)) {
      day.count(timed->start, timed->end, timed->is_of_day);
      next = {.start = timed->start, .end = timed->end, .where = lines.span()};
      line = timed->text;
      if (names == Names::above_words && is_label(line)) {
        speaker = line;
        opens = Cue::Opens::turn;
        continue;
      }
    }
    next.opens = opens;
    if (auto heading = read_heading(line)) {
      transcript.add({.text = *heading,
                      .line = lines.number(),
                      .opens = Cue::Opens::paragraph,
                      .kind = Cue::Kind::heading});
      continue;
    }
    if (auto label = names == Names::before_words ? read_label(line) : std::nullopt) {
      speaker = plain_label(label->label);
      line = label->text;
      next.opens = Cue::Opens::turn;
    }
    if (line.starts_with(">> ")) {  // a captioner's sign that somebody else speaks
      line.remove_prefix(3);
      next.opens = Cue::Opens::turn;
    }
    next.speaker = speaker;
    next.text = line;
    next.line = lines.number();
    if (!transcript.add(next)) continue;
    next = {};
    opens = Cue::Opens::nothing;
  }
  return std::move(transcript).finish();
}

bool are_timed_lines(const LineSurvey& lines) {
  return lines.timed > 0 && (lines.timed * 2 >= lines.lines || lines.bare_times * 3 >= lines.lines);
}

static Fit looks_like_timed_lines(const FormatEvidence& evidence) {
  return are_timed_lines(evidence.lines) ? Fit::likely : Fit::none;
}

extern const TranscriptFormat timed_lines_format = {"timed-lines", ".txt", looks_like_timed_lines,
                                                    parse_timed_lines, Syntax::prose};

}  // namespace kbgen
