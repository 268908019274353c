// SubViewer as YouTube writes it (.sbv): "0:00:01.000,0:00:02.500" above the words of each
// cue, and the older kind with "[INFORMATION]" in front. "[br]" ends a line.
#include <algorithm>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/guard.h"
#include "formats/line_times.h"
#include "formats/rolling_captions.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

// Both times of a line, if it has two and nothing else.
std::optional<TimeRange> read_times(std::string_view line) {
  constexpr std::size_t longest = 64;
  if (line.starts_with(guard)) return std::nullopt;
  line = trim(line);
  if (line.empty() || line.size() > longest || !is_digit(line[0])) return std::nullopt;
  // The comma between them is the second one if the fractions have commas, too.
  for (std::size_t comma = line.find(','); comma != line.npos; comma = line.find(',', comma + 1)) {
    auto start = read_clock(line.substr(0, comma)), end = read_clock(trim(line.substr(comma + 1)));
    if (start && end) return TimeRange{*start, *end};
  }
  return std::nullopt;
}

// "[INFORMATION]", "[TITLE]Bells".
bool is_header(std::string_view line) {
  return line.size() > 2 && line[0] == '[' && is_ascii_upper(line[1]) &&
         line.find(']') != line.npos;
}

Fit looks_like_sbv(const FormatEvidence& evidence) {
  constexpr std::size_t enough = 4096;
  for (std::string_view line : split(evidence.text.substr(0, enough), '\n'))
    if (!trim(line).empty() && !is_header(line)) return read_times(line) ? Fit::certain : Fit::none;
  return Fit::none;
}

Transcript parse_sbv(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::vector<CueBlock> blocks;
  for (LineReader lines(file); lines.next();) {
    std::string_view line = lines.text();
    if (auto times = read_times(line)) {
      blocks.push_back({times->start, times->end, lines.span(), {}});
      continue;
    }
    if (trim(line).empty() || (blocks.empty() && is_header(line))) continue;
    if (blocks.empty()) blocks.emplace_back();
    while (!line.empty()) {
      std::size_t end = std::min(line.find("[br]"), line.size());
      blocks.back().lines.push_back({line.substr(0, end), lines.number()});
      line.remove_prefix(std::min(end + 4, line.size()));
    }
  }
  drop_repeated_words(blocks, CueMarkup::subrip, false);
  add_cues(blocks, CueMarkup::subrip, transcript);
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat sbv_format = {"sbv", ".sbv", looks_like_sbv, parse_sbv};

}  // namespace kbgen
