// SubRip (.srt). There is no standard; this follows what Whisper and YouTube
// write: a counter, a line of times, text. The counter is not checked, because
// hand-edited files seldom get it right. Speakers are written as podcast hosts
// do, "Name: text", on every cue.
#include <fmt/format.h>

#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/rolling_captions.h"
#include "formats/timed_pieces.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_subrip(const FormatEvidence& evidence) {
  bool has_front_matter = evidence.text.starts_with("---\n");
  return !has_front_matter && has_subrip_times(evidence.text) ? Fit::likely : Fit::none;
}

static Transcript parse_subrip(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  LineReader lines(file);
  std::vector<CueBlock> blocks = read_cue_blocks(lines, CueIds::numbers, diag);
  drop_repeated_words(blocks, CueMarkup::subrip, false);
  add_cues(blocks, CueMarkup::subrip, transcript);
  return std::move(transcript).finish();
}

extern const TranscriptFormat subrip_format = {"subrip", ".srt", looks_like_subrip, parse_subrip};

static std::string write_subrip(const Transcript& transcript, const Layout& layout) {
  std::string out;
  std::size_t number = 0;
  std::vector<TimedPiece> pieces = timed_pieces(transcript, layout).pieces;
  for (const TimedPiece& piece : pieces) {
    fmt::format_to(std::back_inserter(out), "{}\n{} --> {}\n", ++number,
                   format_timecode_srt(piece.start), format_timecode_srt(piece.end));
    append_cue_text(out, piece, CueMarkup::subrip, !transcript.speakers.empty() && number == 1);
    out += "\n\n";
  }
  return out;
}

extern const TranscriptWriter subrip_writer = {"subrip", ".srt", "application/x-subrip",
                                               write_subrip};

}  // namespace kbgen
