// Transcripts as Podcasting 2.0 defines them in JSON:
// https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md
// Hosts leave fields out and write segments of a single word; both are read.
#include "base/json.h"
#include "formats/evidence.h"
#include "formats/json_cues.h"
#include "formats/timed_pieces.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_podcast_json(const FormatEvidence& evidence) {
  if (!evidence.is_json_object || !evidence.has("\"segments\"")) return Fit::none;
  // Of the two keys hosts leave one out; other programs that have one say "start".
  bool has_fields =
      evidence.has("\"startTime\"") || (evidence.has("\"body\"") && !evidence.has("\"start\""));
  return has_fields || evidence.has("\"segments\":[]") ? Fit::certain : Fit::none;
}

static Transcript parse_podcast_json(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  const Json* estimated = json ? json->find("timesAreEstimated") : nullptr;
  bool has_times = !estimated || estimated->is_null();
  JsonCues cues(file, transcript);
  for (const Json& segment : list_at(json, "segments")) {
    NewCue cue;
    if (has_times) {
      cue.start = json_seconds(segment.find("startTime"));
      cue.end = json_seconds(segment.find("endTime"));
    }
    cue.speaker = json_text(segment.find("speaker"));
    cue.text = json_text(segment.find("body"));
    cues.add(segment, cue);
  }
  return std::move(transcript).finish();
}

extern const TranscriptFormat podcast_json_format = {"podcast-json", ".json",
                                                     looks_like_podcast_json, parse_podcast_json};

static std::string write_podcast_json(const Transcript& transcript, const Layout& layout) {
  TimedPieces timed = timed_pieces(transcript, layout);
  JsonWriter out;
  out.begin_map().key("version").text("1.0.0");
  if (timed.are_estimated && !timed.pieces.empty()) out.key("timesAreEstimated").boolean(true);
  out.key("segments").begin_list();
  for (const TimedPiece& piece : timed.pieces) {
    out.new_line().begin_map();
    if (!piece.speaker.empty()) out.key("speaker").text(piece.speaker);
    out.key("startTime").raw(format_seconds(piece.start));
    out.key("endTime").raw(format_seconds(piece.end));
    out.key("body").text(piece.text).end_map();
  }
  return out.end_list().end_map().take() + '\n';
}

extern const TranscriptWriter podcast_json_writer = {"podcast-json", ".json", "application/json",
                                                     write_podcast_json};

}  // namespace kbgen
