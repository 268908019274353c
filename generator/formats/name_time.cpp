// A name and a time above the words: "Name: 00:00:45" (tstbtc), "Name
// (00:00:45):" (Rev, Lenny), "Name [00:45]", and the name and a linked time on
// lines of their own (Lex Fridman). A time alone goes on with the speaker. Once
// a file has such headers, "Name:" alone on a line is one too.
#include "base/front_matter.h"
#include "base/text.h"
#include "formats/evidence.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/line_shapes.h"
#include "formats/plain_paragraphs.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_name_time(const FormatEvidence& evidence) {
  const LineSurvey& lines = evidence.lines;
  std::size_t headers = lines.name_times + lines.timeless_names;
  bool has_times = lines.name_times >= 2 || lines.first == LineShape::name_time;
  bool are_most = headers * 2 >= lines.timed && headers >= lines.bold_labels;
  return has_times && are_most ? Fit::likely : Fit::none;
}

// Whether a line is a name, "Lex Fridman", and the next its time,
// "[(00:00:00)](https://…)".
static bool is_name_above_time(std::string_view line, std::string_view next) {
  if (line.starts_with(guard) || !is_label(line)) return false;
  auto header = read_name_time(next);
  return header && header->name.empty() && header->time && !trim(next).ends_with(':');
}

static Transcript parse_name_time(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  ProseReader prose(transcript);
  LineReader lines(file);
  std::uint32_t body = 0;
  if (auto front_matter = find_front_matter(file)) body = front_matter->body.begin;
  while (lines.next()) {
    std::string_view line = lines.text();
    if (lines.begin() < body) continue;
    if (is_name_above_time(line, lines.peek())) {
      std::string_view name = trim(line);
      lines.next();
      auto header = read_name_time(lines.text());
      prose.keep_wordless_name();
      prose.begin_turn(name, header->time, lines);
      if (!header->text.empty()) prose.add_line(header->text, lines);
      continue;
    }
    auto header = read_name_time(line);
    if (!header) {
      prose.add_line(line, lines);
      continue;
    }
    bool goes_on = header->name.empty() && header->time && !trim(line).starts_with("[no speaker]");
    if (goes_on) {
      prose.begin_paragraph(header->time, lines.span());
    } else {
      prose.keep_wordless_name();
      prose.begin_turn(header->name, header->time, lines);
    }
    if (!header->text.empty()) prose.add_line(header->text, lines);
  }
  prose.keep_wordless_name();
  return std::move(transcript).finish();
}

extern const TranscriptFormat name_time_format = {"name-time", ".txt", looks_like_name_time,
                                                  parse_name_time, Syntax::prose};

}  // namespace kbgen
