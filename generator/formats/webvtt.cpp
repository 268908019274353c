// WebVTT (https://www.w3.org/TR/webvtt1/), and what is found in its place:
// voices as `<v Name>`, as "Name: text" (Zoom) or as dashes, and the rolling
// captions of YouTube, where each cue repeats the last line of the one before.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/rolling_captions.h"
#include "formats/timed_pieces.h"
#include "formats/transcript_format.h"

namespace kbgen {

// This comment in our export says that its times are no times of the recording.
static constexpr std::string_view estimated =
    "NOTE These times are estimated from the number of words.";

static bool begins_webvtt(std::string_view line) {
  return line.starts_with("WEBVTT") && trim(line.substr(6, 1)).empty();
}

static bool has_webvtt_header(std::string_view text) {
  return begins_webvtt(text.substr(std::min(text.find_first_not_of('\n'), text.size())));
}

static Fit looks_like_webvtt(const FormatEvidence& evidence) {
  return has_webvtt_header(evidence.text) ? Fit::certain : Fit::none;
}

// Whether our comment about estimated times stands before the first cue. Anywhere else
// it says nothing.
static bool begins_with_estimates(std::string_view text) {
  return text.substr(0, text.find("-->")).find(estimated) != text.npos;
}

static Transcript parse_webvtt(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  LineReader lines(file);
  if (has_webvtt_header(file.text)) {
    while (lines.next() && !begins_webvtt(lines.text())) {
    }
    // The header ends at a blank line or at a cue.
    while (!trim(lines.peek()).empty() && !is_cue_times(lines.peek())) lines.next();
  }
  std::vector<CueBlock> blocks = read_cue_blocks(lines, CueIds::anything, diag);
  std::string_view text = file.text;
  bool has_word_times = text.find("<c>") != text.npos || text.find("><c") != text.npos;
  drop_repeated_words(blocks, CueMarkup::webvtt, has_word_times);
  if (begins_with_estimates(text))
    for (CueBlock& block : blocks) block.start = block.end = std::nullopt;
  add_cues(blocks, CueMarkup::webvtt, transcript);
  return std::move(transcript).finish();
}

extern const TranscriptFormat webvtt_format = {"webvtt", ".vtt", looks_like_webvtt, parse_webvtt};

static std::string write_webvtt(const Transcript& transcript, const Layout& layout) {
  TimedPieces timed = timed_pieces(transcript, layout);
  std::string out = "WEBVTT\n\n";
  if (timed.are_estimated && !timed.pieces.empty()) out.append(estimated).append("\n\n");
  for (const TimedPiece& piece : timed.pieces) {
    fmt::format_to(std::back_inserter(out), "{} --> {}\n", format_timecode_vtt(piece.start),
                   format_timecode_vtt(piece.end));
    append_cue_text(out, piece, CueMarkup::webvtt, false);
    out += "\n\n";
  }
  return out;
}

extern const TranscriptWriter webvtt_writer = {"webvtt", ".vtt", "text/vtt", write_webvtt};

}  // namespace kbgen
